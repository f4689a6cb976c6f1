class Wrong(Exception):
    def __init__(self, code):  # (3) self=Wrong(2); code=2;
        super().__init__(f"code {code}")  # (4) self=Wrong('code 2');
        self.code = code  # (5) __return__=None;


def convert(text):  # (0) text='ab';
    try:
        return int(text)  # (1) __exception__=ValueError("invalid literal for int() with base 10: 'ab'");
    except ValueError as error:  # (2) error=ValueError("invalid literal for int() with base 10: 'ab'");
        raise Wrong(len(text)) from error  # (6) __exception__=Wrong('code 2');


try:
    convert("ab")  # (7) __exception__=Wrong('code 2');
except Wrong as wrong:  # (8) wrong=Wrong('code 2');
    code = wrong.code  # (9) code=2;
    cause = wrong.__cause__  # (10) cause=ValueError("invalid literal for int() with base 10: 'ab'");
try:
    raise ExceptionGroup("many", [ValueError(1), KeyError("k")])  # (11) __exception__=ExceptionGroup('many', [ValueError(1), KeyError('k')]);
except* ValueError as group:  # (12) group=ExceptionGroup('many', [ValueError(1)]);
    values = group.exceptions  # (13) values=(ValueError(1),);
except* KeyError:
    keys = 1  # (14) keys=1;
#: ends finished
