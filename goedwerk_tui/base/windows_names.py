"""Names that Windows does not take for those of files."""

_NUMBERS = "123456789¹²³"
_PORTS = {f"{each}{number}" for each in ("com", "lpt") for number in _NUMBERS}
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | _PORTS


def means_otherwise_on_windows(name: str) -> bool:
    """Return whether a name is that of a device, of a stream in another file, or loses what stands at its end."""
    device = name.partition(".")[0].rstrip().casefold()
    return device in _DEVICES or ":" in name or name != name.rstrip(". ")
