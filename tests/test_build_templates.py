"""``planforge build`` with broken templates and a spoilt cache."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from workspaces import PLAN, TEMPLATE, Workspace

from planforge.cli import templates


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


def repacked(**changes: bytes | None) -> bytes:
    """Return the built-in template with members changed, or left out where they are None."""
    import io  # noqa: PLC0415 - its only use here

    members = {name.replace("__", "/"): data for name, data in changes.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = members.get(name.removesuffix(".xml"), source.read(name))
            if data is not None:
                target.writestr(name, data)
    return buffer.getvalue()


def retagged(old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(TEMPLATE) as source:
        document = source.read("word/document.xml")
    assert old in document
    return repacked(word__document=document.replace(old, new))


BROKEN_TEMPLATES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": "Kế hoạch".encode,
    "cut off": lambda: TEMPLATE.read_bytes()[:-100],
    "spoilt inside": lambda: TEMPLATE.read_bytes().replace(b"document.xml", b"documenx.xml"),
    "no document": lambda: repacked(word__document=None),
    "no styles": lambda: repacked(word__styles=None),
    "broken document": lambda: repacked(word__document=b"<w:document"),
    "empty document": lambda: repacked(word__document=b"<w:document xmlns:w='x'/>"),
    "broken styles": lambda: repacked(word__styles=b"<"),
    "unclosed tag": lambda: retagged(b"{{ ten_loai }}", b"{{ ten_loai"),
    "unknown tag": lambda: retagged(b"{{ ten_loai }}", b"{{ ten_laoi }}"),
    "unknown filter": lambda: retagged(b"{{ ten_loai }}", b"{{ ten_loai | abc }}"),
    "unbalanced block": lambda: retagged(b"{{ ten_loai }}", b"{% if ten_loai %}"),
    "failing tag": lambda: retagged(b"{{ ten_loai }}", b"{{ 1 / 0 }}"),
    "forbidden tag": lambda: retagged(b"{{ ten_loai }}", b"{{ ''.__class__.__mro__ }}"),
    "endless tag": lambda: retagged(b"{{ ten_loai }}", b"{{ range(10 ** 9) | list }}"),
    "no body": lambda: retagged(b"{{p noi_dung }}", b""),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN_TEMPLATES)
def test_a_broken_template_is_told_and_the_last_document_kept(
    workspace: Workspace, kind: str
) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    own = workspace.folder / "templates" / "ke-hoach.docx"
    own.parent.mkdir()
    own.write_bytes(BROKEN_TEMPLATES[kind]())
    run = workspace.build()
    assert run.status == 2, run.messages
    assert "ke-hoach.docx" in run.messages
    assert "planforge itself failed" not in run.messages
    assert workspace.made() == before


@pytest.mark.parametrize(
    "name", ["khong-co", "../ke-hoach", "/etc/passwd", "a/b", "a\\b", "t" * 300, ".", "mẫu của xã"]
)
def test_a_template_that_is_not_there_is_told(workspace: Workspace, name: str) -> None:
    workspace.plan(text=f"template: '{name}'\n{PLAN}")
    workspace.plan("binh-an/2022")
    run = workspace.build()
    assert run.status == 2
    assert "There is no Word template" in run.messages
    assert workspace.documents() == ["binh-an-2022.docx"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.hex().encode(),
        lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
        lambda data: data + b"\0",
        lambda data: bytes(len(data)),
    ],
)
def test_a_spoilt_cache_changes_nothing(
    workspace: Workspace, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    own = str(tmp_path / "cache")
    workspace.plan()
    workspace.build(PLANFORGE_CACHE=own)
    before = workspace.made()
    (kept,) = Path(own).iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert workspace.build("--force", PLANFORGE_CACHE=own).status == 0
    assert workspace.made() == before
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_kept_only_costs_time(workspace: Workspace) -> None:
    workspace.plan()
    (workspace.folder / "tep").write_bytes(b"")
    assert workspace.build(PLANFORGE_CACHE=str(workspace.folder / "tep")).status == 0
    assert workspace.build("--force", PLANFORGE_CACHE="/dev/null/x").status == 0
    assert workspace.build("--force", PLANFORGE_CACHE="", XDG_CACHE_HOME="/dev/null").status == 0


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    for name in ("PLANFORGE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert templates.cache_folder() is None
    templates.load_template.cache_clear()
    assert templates.load_template(TEMPLATE).sections
