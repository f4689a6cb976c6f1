"""Where a program has holes, and a program that can be read with something in their place."""

import keyword
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<string>
            \"{3}(?:\\.|[^\\])*?(?:\"{3}|\Z) | '{3}(?:\\.|[^\\])*?(?:'{3}|\Z)
          | "(?:\\.|[^"\\\r\n])*"? | '(?:\\.|[^'\\\r\n])*'? )
      | (?P<comment>\#[^\r\n]*)
      | (?P<hole>(?<!\?)\?\?(?!\?))
      | (?P<joined>\\(?:\r\n|\r|\n))
      | (?P<newline>\r\n|\r|\n)
      | (?P<word>\w+)
      | (?P<open>[(\[{])
      | (?P<close>[)\]}])
      | (?P<other>\S)""",
    re.VERBOSE | re.DOTALL,
)
_NO_OPERANDS = frozenset(keyword.kwlist) - {"True", "False", "None"}
# After these words an operand may begin, and before one there may be an operator.
_BEGIN = frozenset({"not", "lambda", "await"})
# Letters of the IPA that look like question marks: no program has them for names of its own.
_LETTERS = "\u0294\u0295\u02a1\u02a2"
_MOST = 10


@dataclass(frozen=True, slots=True)
class Hole:
    """Two characters of a program from `start` on: `??`. `kind` is "value" for an expression or a
    statement, "operator", or "update" for the operator in `??=`; `filler` is as long, and Python
    can read it there.
    """

    start: int
    kind: str
    filler: str


def holes_in(text):
    """The holes of a program, in order; those in strings and comments are none. Holes beyond what
    there are names for are left out.
    """
    letter = next((letter for letter in _LETTERS if letter not in text), None)
    if letter is None or "??" not in text:
        return []
    tokens = _tokens(text)
    holes = []
    for index, token in enumerate(tokens):
        if token.lastgroup == "hole" and len(holes) < _MOST:
            kind = _kind(text, tokens, index, holes)
            fillers = {"operator": "@ ", "update": " @"}
            filler = fillers.get(kind, f"{letter}{len(holes)}")
            holes.append(Hole(token.start(), kind, filler))
    return holes


def stand_in(text):
    """The program with something of the same length in the place of each hole, so that Python can
    read it: a name that nothing binds, or `@`, which hardly any two values have. The program itself
    where it has no holes.
    """
    for hole in holes_in(text):
        text = text[: hole.start] + hole.filler + text[hole.start + 2 :]
    return text


def _tokens(text):
    """Without comments, and without line breaks that end no statement."""
    found = []
    depth = 0
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth = max(0, depth - 1)
            case "comment" | "joined":
                continue
            case "newline" if depth:
                continue
        found.append(token)
    return found


def _kind(text, tokens, index, holes):
    if index == 0 or not _ends_operand(tokens[index - 1], holes):
        return "value"
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return "value"
    end = tokens[index].end()
    if text[end : end + 1] == "=" and text[end + 1 : end + 2] != "=":
        return "update"
    return "operator" if _begins_operand(following) else "value"


def _ends_operand(token, holes):
    match token.lastgroup:
        case "string" | "close":
            return True
        case "word":
            return token[0] not in _NO_OPERANDS
        case "hole":
            return holes[-1].kind == "value"
    return False


def _begins_operand(token):
    match token.lastgroup:
        case "string" | "open" | "hole":
            return True
        case "word":
            return token[0] not in _NO_OPERANDS or token[0] in _BEGIN
        case "other":
            return token[0] in "-+~"
    return False
