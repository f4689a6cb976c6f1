"""Putting packages where Python finds them. Their bytes come with the call, from the app."""

import importlib
import os
import sys
import zipfile

# Where `boot.ts` puts the bytes.
_ARRIVED = "/tracemend-wheels"
_LIBRARIES = "/usr/lib"


def install(folders):
    """Unpack the files that have arrived: to `site` or `dynlib`, as `folders` says for each."""
    if not folders:
        return
    site = next(path for path in sys.path if path.endswith("site-packages"))
    places = {"site": site, "dynlib": _LIBRARIES}
    for number, folder in enumerate(folders):
        arrived = f"{_ARRIVED}/{number}"
        os.makedirs(places[folder], exist_ok=True)
        with zipfile.ZipFile(arrived) as archive:
            archive.extractall(places[folder])
        os.unlink(arrived)
    importlib.invalidate_caches()
