def f(:
    return 1
#: ends syntaxError
