"""The folder in which a program runs: made anew for each run, with the files that it was given."""

import base64
import linecache
import os
import shutil
import sys

from tracemend.running.bounds import FOLDER


def tidy(files):
    """Empty the folder, write `files` (see `surroundings.ts`) into it, and go there."""
    os.makedirs(FOLDER, exist_ok=True)
    os.chdir(FOLDER)
    for entry in os.scandir(FOLDER):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)
    for file in files:
        _write(file)


def check(name):
    """Refuse a name that leads out of the folder; the schema at the app's edge has refused it."""
    path = os.path.normpath(os.path.join(FOLDER, name))
    if path != os.path.join(FOLDER, name):
        raise ValueError(f"{name} leads out of the program's folder")


def _write(file):
    path = os.path.join(FOLDER, file["name"])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    content = file["text"].encode() if "text" in file else base64.b64decode(file["base64"])
    with open(path, "wb") as stream:
        stream.write(content)


def forget_modules():
    """Let the folder's modules be imported anew.

    `importlib.invalidate_caches` would read the index of Python's own library again, in 0.1 s.
    """
    for name, module in [*sys.modules.items()]:
        if is_inside(getattr(module, "__file__", None)):
            del sys.modules[name]
    for path in [*sys.path_importer_cache]:
        if is_inside(path):
            del sys.path_importer_cache[path]
    for path in [*linecache.cache]:
        if is_inside(path):
            del linecache.cache[path]


def is_inside(path):
    """Whether a path is the folder's or of something in it."""
    return isinstance(path, str) and (path == FOLDER or path.startswith(FOLDER + "/"))


def import_path(path):
    """`path`, which is `sys.path`, with the folder behind Python's own library: no file of the
    program's takes the place of that.
    """
    rest = [entry for entry in path if entry and entry != FOLDER]
    site = next((at for at, entry in enumerate(rest) if "site-packages" in entry), len(rest))
    return [*rest[:site], FOLDER, *rest[site:]]
