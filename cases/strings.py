text = "tab\tquote'\"\\"  # (0) text='tab\tquote\'"\\';
raw = r"\d+"  # (1) raw='\\d+';
lines = """one
two"""  # (2) lines='one\ntwo';
name, width = "ünï", 6  # (3) name='ünï'; width=6;
padded = f"{name:>{width}}|{name!r}|{width=}"  # (4) padded="   ünï|'ünï'|width=6";
words = " a b ".split()  # (5) words=['a', 'b'];
joined = "-".join(words).upper()  # (6) joined='A-B';
backwards = joined[::-1]  # (7) backwards='B-A';
for at, letter in enumerate("ab"):  # (8) at=0; letter='a'; (10) at=1; letter='b';
    letter *= at  # (9) letter='';
table = str.maketrans("ab", "xy")  # (11) table={97: 120, 98: 121};
moved = "abc".translate(table)  # (12) moved='xyc';
nothing = "" "glued"  # (13) nothing='glued';
emoji = "👩‍💻\x00\u2028"  # (14) emoji='👩\u200d💻\x00\u2028';
#: ends finished
