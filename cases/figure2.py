def extract_values(string):  # (0) string='"Python", "PHP", "Java"';
    str_list = string.replace('"','').split(",")  # (1) str_list=['Python', ' PHP', ' Java'];
    return str_list  # (2) __return__=['Python', ' PHP', ' Java'];
#: tests
assert extract_values('"Python", "PHP", "Java"')==['Python', 'PHP', 'Java']  # (3) __exception__=AssertionError();
#: ends raised AssertionError
