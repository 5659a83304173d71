"""Build what is handed out, twice and the same to the byte, and use it as a stranger would.

Usage: python scripts/release.py [--out FOLDER] [--python PYTHON ...]

Needs git, POSIX, a package index, and an environment with '.[test]'. It builds the last commit, not the work tree. What
an index does not have is left out and said. In the folder (dist/ unless named) then stand the source distribution, the
wheel, a single file for this system and each Python, a bill of materials (CycloneDX) and the sums of all of them.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

import pexpect

ROOT = Path(__file__).parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
WORD = "overdrachtsdocument"

PREAMBLE = """#!/usr/bin/env python3
import sys
if sys.version_info[:2] != {made_for}:
    sys.exit("goedwerk: dit bestand is gemaakt voor Python {name}. Start het met python{name}.")
"""


def main() -> None:
    """Build, check, install, use and add up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER")
    parser.add_argument(
        "--python", nargs="+", default=[sys.executable], metavar="PYTHON", help="install with these too"
    )
    options = parser.parse_args()
    if output("git", "status", "--porcelain", cwd=ROOT):
        sys.exit("the work tree holds changes that are in no commit")
    out = options.out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="goedwerk-release-") as folder:
        release(Path(folder), out, options.python)


def release(work: Path, out: Path, pythons: list[str]) -> None:
    """Do all of it.

    Args:
        work: an empty folder, removed afterwards.
        out: where what is handed out goes.
        pythons: the interpreters to install with; the first one also makes the bill of materials.
    """
    os.environ["SOURCE_DATE_EPOCH"] = output("git", "log", "-1", "--format=%ct", cwd=ROOT)
    tools = Tools(work / "tools")
    sdist, wheel = build(work, out, tools)
    if twine := tools.get("twine"):
        run(twine, "check", "--strict", sdist, wheel)
        print("twine check: passed")
    check_contents(sdist, wheel)
    if reuse := tools.get("reuse"):
        run(reuse, "--root", ROOT, "lint", "--quiet")
        print("reuse lint: passed")
    for python in pythons:
        install_with_pip(work, python, wheel)
        make_single_file(work, out, tools, python, wheel)
    install_with_pip(work, pythons[0], sdist)
    install_with_pipx(work, tools, pythons[0], wheel)
    install_with_uv(work, tools, pythons[0], wheel)
    make_bill(work, out, tools, pythons[0], wheel)
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(out.iterdir())]
    (out / "SHA256SUMS").write_text("".join(sums))
    for path in sorted(out.iterdir()):
        print(f"{path.stat().st_size:>12,} {path.name}")
    if "example.org" in (ROOT / "publiccode.yml").read_text():
        print("still to do: the address in publiccode.yml is the placeholder")


class Tools:
    """Programs from the index, each in an environment of its own."""

    def __init__(self, folder: Path) -> None:
        """Remember where they go."""
        self._folder = folder

    def get(self, package: str, program: str = "") -> Path | None:
        """Return the program of a package, or None when the index does not have it."""
        home = self._folder / package
        found = home / "bin" / (program or package)
        if not found.exists():
            make_environment(home, sys.executable)
            words = [home / "bin" / "pip", "install", "--quiet", package]
            if subprocess.run(words, check=False, capture_output=True).returncode:
                shutil.rmtree(home)
                print(f"left out: the index has no {package}")
                return None
        return found


def build(work: Path, out: Path, tools: Tools) -> tuple[Path, Path]:
    """Return the source distribution and the wheel of the last commit, built twice.

    Exits when the two differ in a byte, or when there is no build program.
    """
    build = tools.get("build", "pyproject-build")
    if build is None:
        sys.exit("nothing can be built without build")
    made: list[dict[str, bytes]] = []
    for number in ("once", "again"):
        source = work / number / "goedwerk"
        source.mkdir(parents=True)
        archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "--extract"], cwd=source, input=archive, check=True)
        run(build, "--outdir", work / number / "dist", source)
        made.append({path.name: path.read_bytes() for path in (work / number / "dist").iterdir()})
    if made[0] != made[1]:
        sys.exit("two builds of the same commit differ")
    print("built twice, the same to the byte:", *sorted(made[0]))
    for path in (work / "once" / "dist").iterdir():
        shutil.copy(path, out)
    return next(out.glob("*.tar.gz")), next(out.glob("*.whl"))


def check_contents(sdist: Path, wheel: Path) -> None:
    """Exit when something is missing from either, or too much in the wheel."""
    tracked = output("git", "ls-files", cwd=ROOT).split("\n")
    inside = zipfile.ZipFile(wheel).namelist()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    building = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    expected = {path for path in tracked if path.startswith("goedwerk_tui/")}
    for source, target in building["force-include"].items():
        expected |= {target + path.removeprefix(source) for path in tracked if f"{path}/".startswith(f"{source}/")}
    data = f"{wheel.name.removesuffix('-py3-none-any.whl')}.data/data"
    expected |= {f"{data}/{target}" for target in building["shared-data"].values()}
    held = {path for path in inside if ".dist-info/" not in path}
    if held != expected:
        sys.exit(f"the wheel differs from the repository in {sorted(held ^ expected)}")
    licences = {Path(path).name for path in inside if "/licenses/" in path}
    if licences != {"LICENSE", "EUPL-1.2.txt", "CC-BY-SA-4.0.txt"}:
        sys.exit(f"licences in the wheel: {sorted(licences)}")
    with tarfile.open(sdist) as archive:
        archived = {path.partition("/")[2] for path in archive.getnames()}
    if left_out := set(tracked) - archived:
        sys.exit(f"not in the source distribution: {sorted(left_out)}")
    print(f"contents: {len(held)} files and 3 licences in the wheel, no tests; the whole repository in the other")


def install_with_pip(work: Path, python: str, package: Path) -> None:
    """Install in an empty environment and use it."""
    home = work / f"pip-{version_of(python)}{package.suffix}"
    make_environment(home, python)
    run(home / "bin" / "pip", "install", "--quiet", "--constraint", CONSTRAINTS, package)
    use(work, f"pip, {package.name}, Python {version_of(python)}", home / "bin" / "goedwerk")


def install_with_pipx(work: Path, tools: Tools, python: str, wheel: Path) -> None:
    """Install as an application and use it, if there is a pipx."""
    if pipx := tools.get("pipx"):
        environment = {"PIPX_HOME": str(work / "pipx"), "PIPX_BIN_DIR": str(work / "pipx-bin")}
        run(
            pipx,
            "install",
            "--quiet",
            "--python",
            python,
            f"--pip-args=--constraint={CONSTRAINTS}",
            wheel,
            **environment,
        )
        use(work, f"pipx, {wheel.name}", work / "pipx-bin" / "goedwerk")


def install_with_uv(work: Path, tools: Tools, python: str, wheel: Path) -> None:
    """Install as a tool and use it, if there is a uv. What pip was told of the index, uv has to be told too."""
    if uv := tools.get("uv"):
        environment = {"UV_TOOL_DIR": str(work / "uv"), "UV_TOOL_BIN_DIR": str(work / "uv-bin"), **index_for_uv()}
        run(uv, "tool", "install", "--quiet", "--python", python, "--constraint", CONSTRAINTS, wheel, **environment)
        use(work, f"uv, {wheel.name}", work / "uv-bin" / "goedwerk")


def index_for_uv() -> dict[str, str]:
    """Return pip's own settings of where packages come from, as uv wants to hear them."""
    names = {"index-url": "UV_DEFAULT_INDEX", "extra-index-url": "UV_INDEX", "find-links": "UV_FIND_LINKS"}
    # Pip trusts all of its indexes alike.
    told = {"UV_INDEX_STRATEGY": "unsafe-best-match"}
    for line in output(sys.executable, "-m", "pip", "config", "list").splitlines():
        key, _, value = line.partition("=")
        name = names.get(key.rpartition(".")[2])
        if name:
            told[name] = " ".join(value.strip("'\"").replace("\\n", " ").split())
    return told


def make_single_file(work: Path, out: Path, tools: Tools, python: str, wheel: Path) -> None:
    """Make a zipapp that needs only Python, and use it, if there is a shiv.

    Parts of some libraries are compiled, so that it is for this system and one Python; with another it says so.
    """
    version = version_of(python)
    shiv = tools.get("shiv")
    if shiv is None:
        return
    target = out / f"goedwerk-py{version.replace('.', '')}-{platform.system().lower()}-{platform.machine()}.pyz"
    site = work / f"site-{version}"
    run(python, "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, "--target", site, wheel)
    # What tells of this machine stays here.
    shutil.rmtree(site / "bin")
    for told in site.glob("*.dist-info/direct_url.json"):
        told.unlink()
    preamble = work / f"preamble-{version}.py"
    preamble.write_text(PREAMBLE.format(made_for=tuple(map(int, version.split("."))), name=version))
    preamble.chmod(0o755)
    words = ["--site-packages", site, "--preamble", preamble, "--python", "/usr/bin/env python3"]
    # The module commands.main, and not the function of that name in commands.
    run(shiv, *words, "--entry-point", "goedwerk_tui.commands.main:main", "--reproducible", "--output-file", target)
    use(work, target.name, python, str(target), SHIV_ROOT=str(work / "shiv"))


def make_bill(work: Path, out: Path, tools: Tools, python: str, wheel: Path) -> None:
    """Write which libraries are used, with PDF, if there is a CycloneDX program."""
    cyclonedx = tools.get("cyclonedx-bom", "cyclonedx-py")
    if cyclonedx is None:
        return
    home = work / "bill"
    make_environment(home, python)
    run(home / "bin" / "pip", "install", "--quiet", "--constraint", CONSTRAINTS, f"{wheel}[pdf]")
    run(home / "bin" / "pip", "uninstall", "--quiet", "--yes", "pip", "setuptools")
    target = out / f"{wheel.name.removesuffix('-py3-none-any.whl')}.cdx.json"
    words = ["environment", "--pyproject", ROOT / "pyproject.toml", "--output-reproducible", "--of", "JSON"]
    run(cyclonedx, *words, "--output-file", target, home / "bin" / "python")
    print("bill of materials:", target.name)


def use(work: Path, name: str, *command: object, **environment: str) -> None:
    """Do with an installed program what a stranger does first, on an empty machine; exit when that fails."""
    words = [str(each) for each in command]
    with tempfile.TemporaryDirectory(dir=work) as home:
        environment = {**environment, "GOEDWERK_HOME": f"{home}/goedwerk", "HOME": home, "TERM": "xterm-256color"}
        said = [
            run(*words, *asked, **environment)
            for asked in (["--version"], ["waar"], ["inhoud", "controleer"], ["noteer", WORD], ["zoek", WORD])
        ]
        if WORD not in said[-1]:
            sys.exit(f"{name}: the note was not found again")
        screen = pexpect.spawn(
            words[0], [*words[1:], "verken"], dimensions=(24, 80), env={**os.environ, **environment}, encoding="utf-8"
        )
        screen.expect("Programma", timeout=60)
        screen.sendcontrol("q")
        screen.expect(pexpect.EOF, timeout=60)
        screen.close()
        if screen.exitstatus:
            sys.exit(f"{name}: the screens ended with {screen.exitstatus}")
    print(f"used: {name}: {said[0].strip()}")


def make_environment(home: Path, python: str) -> None:
    """Make an empty environment."""
    run(python, "-m", "venv", home)


def version_of(python: str) -> str:
    """Return the version of an interpreter in two numbers."""
    return output(python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])")


def run(*words: object, **environment: str) -> str:
    """Run a program, and exit with all that it said when it fails."""
    told = [str(each) for each in words]
    done = subprocess.run(told, check=False, env={**os.environ, **environment}, capture_output=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{' '.join(told)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def output(*words: str, cwd: Path | None = None) -> str:
    """Return what a program prints."""
    return subprocess.run(words, cwd=cwd, check=True, capture_output=True, encoding="utf-8").stdout.strip()


if __name__ == "__main__":
    main()
