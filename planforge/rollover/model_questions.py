"""What to ask about a plan that was taken as a model: part by part, with a few of its words."""

from collections.abc import Iterator

from planforge.findings import Message, Path, msg
from planforge.model.plan import Plan
from planforge.rollover.draft import Ask
from planforge.rollover.others_documents import OthersDocument
from planforge.rollover.questions import Question
from planforge.rollover.wording import beginning_of

_ABOUT: dict[str, tuple[Message, Message]] = {
    "model_name": (
        msg("Names of the model's office or its place"),
        msg("See what your own office is called there, or leave it out."),
    ),
    "unplaced_name": (
        msg("Names that stand in the file in a way that cannot be followed to the letter"),
        msg("Change them by hand."),
    ),
    "local_unit": (
        msg("Other places"),
        msg("Name places of your own area, or leave them out."),
    ),
    "other_level": (
        msg("What the model's level has"),
        msg("Write what your own level has, or leave it out."),
    ),
    "agency_fit": (
        msg("Agencies of the model's level"),
        msg("See which of them work with your office, and which of your own take their place."),
    ),
    "new_office": (
        msg("Your own office, named as another"),
        msg("Write it as the one that issues the plan, or give the work to another."),
    ),
    "own_unit": (
        msg("Units of the model's office"),
        msg("Name the units of your own office."),
    ),
    "model_field": (
        msg("The model's field of work"),
        msg("Write your own office's field, or leave it out."),
    ),
    "model_figures": (
        msg("Figures and targets of the model"),
        msg("Put your own office's figures, or leave them out: none may be signed unread."),
    ),
    "own_detail": (
        msg("People and addresses of the model's office"),
        msg("Write those of your own office."),
    ),
}
_PARTS: dict[str, Message] = {
    "abbreviations": msg("Abbreviations"),
    "areas": msg("Areas"),
    "bases": msg("Bases"),
    "closing": msg("Closing paragraphs"),
    "decision": msg("Decision"),
    "footnotes": msg("Footnotes"),
    "opening": msg("Opening"),
    "recipients": msg("Recipients"),
    "title": msg("Title"),
}
_SHOWN = 6
_LONGEST = 40


class Collected:
    """Gathers what is to be asked together: of one kind, in one part of the plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._found: dict[tuple[str, Path], dict[Path, list[str]]] = {}

    def add(self, kind: str, path: Path, words: str) -> None:
        """Note ``words`` at ``path``."""
        part = path[:2] if path[0] in ("sections", "appendices") else path[:1]
        self._found.setdefault((kind, part), {}).setdefault(path, []).append(words)

    def asks(self) -> Iterator[Ask]:
        """Yield a question for each kind and part."""
        for (kind, part), found in self._found.items():
            what, proposal = _ABOUT[kind]
            words = list(dict.fromkeys(word for group in found.values() for word in group))
            about = msg("{what} in “{part}”: {words}.", what=what, part=self._name(part),
                        words=_listed(words))  # fmt: skip
            yield Ask(kind=kind, about=about, paths=tuple(found), proposal=proposal)

    def _name(self, part: Path) -> Message | str:
        if len(part) > 1:
            items = self._plan.sections if part[0] == "sections" else self._plan.appendices
            title = items[int(part[1])].title
            return beginning_of(title) if title else str(int(part[1]) + 1)
        return _PARTS.get(str(part[0]), str(part[0]))


def _listed(words: list[str]) -> str:
    shown = ", ".join(beginning_of(word, _LONGEST) for word in words[:_SHOWN])
    return f"{shown}, …" if len(words) > _SHOWN else shown


def others_document(document: OthersDocument) -> Question:
    """Ask about a document that is not the new office's to cite as its own."""
    name = beginning_of(document.name, 90)
    return Question(
        "others_document",
        (document.name,),
        msg("“{document}” is of the model's office or its place.", document=name),
        msg("Name your own office's document instead, or leave it out."),
    )


def new_recipients(superior: str) -> Question:
    """Ask who receives the plan of an office of another kind or level."""
    return Question(
        "agency_fit",
        ("recipients",),
        msg("The recipients are the model's."),
        msg("Name those of your own office, the body above it first: {superior}.",
            superior=superior),
    )  # fmt: skip


def new_signer(title: str) -> Question:
    """Ask who signs: nobody's name is carried over."""
    return Question(
        "signer",
        ("signature",),
        msg("The name of the model's signer was taken out; the title is “{title}”.", title=title),
        msg("Write who signs, with title and authority (TM., KT.)."),
    )


def unit_of_archive(archive: str) -> Question:
    """Ask which unit drafts the plan."""
    return Question(
        "signer",
        ("archive",),
        msg("“Lưu: {archive}” names the unit that drafted the model.", archive=archive),
        msg("Write the abbreviation of your own unit after VT."),
    )


def unplaced_value(path: Path) -> Question:
    """Ask for a value of the head that the program cannot write without guessing."""
    return Question(
        "unplaced_name",
        path,
        msg("`{key}` is still the model's.", key=".".join(map(str, path))),
        msg("Write your own office's."),
    )
