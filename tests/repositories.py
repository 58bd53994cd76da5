"""Workspaces under git, as an officer has them: spaces and Vietnamese letters in every name."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from workspaces import ROOT, Workspace

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

SHIM = '#!/bin/sh\nexec "{python}" -m planforge "$@"\n'
FOLDER = "sóc trăng"
HEAD_PLAN = """\
series: soc-trang/cchc
{follows}period: {year}
issuer: {{name: Ủy ban nhân dân tỉnh Sóc Trăng, short: UBND tỉnh, place: Sóc Trăng}}
number: /KH-UBND
title: Thực hiện cải cách hành chính tỉnh Sóc Trăng năm {year}
sections:
  - title: Mục tiêu
    text: Hoàn thành các nhiệm vụ được giao năm {year}.
appendices:
  - id: phu-luc
    title: Phân công nhiệm vụ
    groups:
      - area: institutions
        title: Cải cách thể chế
        tasks:
"""
TAIL = """\
recipients: [Bộ Nội vụ]
archive: VT
signature: {title: CHỦ TỊCH, name: Trần Văn Lâu}
"""


def task(name: str, text: str, lead: str = "Sở Tư pháp", deadline: str = "Quý I") -> str:
    """Return a task as the lines of a plan."""
    facts = f"product: Báo cáo, lead: {lead}, support: Sở Nội vụ, deadline: {deadline}"
    return f"          - {{id: {name}, task: {text}, {facts}}}\n"


TASKS = (
    task("ra-soat", "Rà soát văn bản quy phạm pháp luật"),
    task("tu-kiem-tra", "Tự kiểm tra văn bản do tỉnh ban hành"),
    task("pho-bien", "Phổ biến giáo dục pháp luật"),
)


def plan_text(year: int, *tasks: str, follows: str = "") -> str:
    """Return a small plan of the Sóc Trăng series."""
    line = f"follows: {follows}\n" if follows else ""
    return HEAD_PLAN.format(year=year, follows=line) + "".join(tasks or TASKS) + TAIL


class Repository(Workspace):
    """A workspace that is a git repository; nothing of the machine's own settings counts."""

    def __init__(self, folder: Path, cache: Path) -> None:
        super().__init__(folder, cache)
        self.environment |= {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(folder.parent),
        }
        self.git("init", "-q", "-b", "main")
        for name, value in (("user.name", "Văn thư"), ("user.email", "van-thu@soc-trang.vn")):
            self.git("config", name, value)

    def git(self, *arguments: str, **environment: str) -> str:
        """Return what git answers."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self.environment | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def year(self, year: int, text: str = "") -> str:
        """Write the plan of a year; return its path as a user types it."""
        self.plan(f"{FOLDER}/{year}", text or plan_text(year))
        return f"plans/{FOLDER}/{year}.yaml"

    def commit(self, message: str = "lưu") -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def with_command(self, python: str) -> dict[str, str]:
        """Return an environment in which git finds the command planforge."""
        place = self.tool("planforge", SHIM.format(python=python))
        return {"PATH": os.pathsep.join((place, self.environment["PATH"]))}


__all__ = ["FOLDER", "ROOT", "TASKS", "Repository", "needs_git", "plan_text", "task"]
