def down(n):  # (0) n=3; (1) n=3; ...; (998) n=3;
    return down(n)  # (999) __exception__=RecursionError('maximum recursion depth exceeded'); (1000) __exception__=RecursionError('maximum recursion depth exceeded'); ...; (1996) __exception__=RecursionError('maximum recursion depth exceeded');


try:
    down(3)  # (1997) __exception__=RecursionError('maximum recursion depth exceeded');
except RecursionError as error:  # (1998) error=RecursionError('maximum recursion depth exceeded');
    message = str(error)  # (1999) message='maximum recursion depth exceeded';
#: ends finished
