def scale(factor):  # (2) factor=3;
    return eval("factor * n")  # (3) __return__=15;


n = 2  # (0) n=2;
exec("m = n + 1\nn = 5")  # (1) n=5; m=3;
scaled = scale(3)  # (4) scaled=15;
own = {"__builtins__": {}, "a": 1}  # (5) own={'__builtins__': {}, 'a': 1};
exec("a += 1\nb = [a for c in [a]]\ndel a", own)  # (6) own={'__builtins__': {}, 'b': [2]};
found = sorted(name for name in own if name != "__builtins__")  # (7) name='__builtins__'; (8) name='b'; __yield__='b'; (9) found=['b'];
code = compile("n += 1", "<made>", "exec")  # (10) code=<code object <module>, file "<made>", line 1>;
exec(code)  # (11) n=6;
add = eval("lambda a, b: a + b")  # (12) add=<function <lambda>>;
five = add(2, 3)  # (13) five=5;
globals()["made"] = five  # (14) made=5;
vars()["made"] += 1  # (15) made=6;
#: ends finished
