"""Lines and indentation: taking statements out of a text and putting them in."""


def lines_of(source, statement):
    """The span of a statement's whole lines, or None when it shares them with other code."""
    if source.indentation(statement) is None:
        return None
    end = source.end(statement)
    after = source.line_end(end)
    rest = source.text[end:after].strip()
    if rest and not rest.startswith("#"):
        return None
    return source.line_start(source.start(statement)), after


def newline_after(text):
    """`text` with a line break at its end, unless it is empty."""
    return text if not text or text.endswith(("\n", "\r")) else text + "\n"


def moved(source, statement, indentation):
    """A statement's lines with another indentation, or None when they cannot be re-indented."""
    old = source.indentation(statement)
    start, end = lines_of(source, statement)
    lines = newline_after(source.text[start:end]).splitlines(keepends=True)
    if any(line.strip() and not line.startswith(old) for line in lines):
        return None
    return "".join(indentation + line[len(old) :] if line.strip() else line for line in lines)


def unit(source):
    """One level of indentation as the program has it, four spaces if it has none."""
    for line in source.text.splitlines():
        indentation = line[: len(line) - len(line.lstrip())]
        if indentation and line.strip():
            return "\t" if indentation[0] == "\t" else indentation
    return "    "


def after_statement(source, statement):
    """The offset of the line after a statement, and the line break needed to begin there."""
    offset = source.line_end(source.end(statement))
    ends_line = source.text[:offset].endswith(("\n", "\r"))
    return offset, "" if ends_line else "\n"
