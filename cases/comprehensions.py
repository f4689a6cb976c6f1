def squares(n):  # (0) n=2;
    return [i * i for i in range(n)]  # (1) i=0; (2) i=1; (3) __return__=[0, 1];


found = squares(2)  # (4) found=[0, 1];
lengths = {word: len(word) for word in ("a", "bc")}  # (5) word='a'; (6) word='bc'; (7) lengths={'a': 1, 'bc': 2};
total = sum(x for x in found)  # (8) x=0; __yield__=0; (9) x=1; __yield__=1; (10) total=1;
ordered = sorted(lengths, key=lambda word: -len(word))  # (11) word='a'; (12) __return__=-1; ...; (15) ordered=['bc', 'a'];
#: ends finished
