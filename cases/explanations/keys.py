#: case another case of letters
ages = {"Ann": 31, "Bob": 4}
print(ages["ann"])
#: at 2:6 ages["ann"]
#: title `ages` has no key `'ann'`
#: happened Its keys are `'Ann'` and `'Bob'`. `'Ann'` differs only in capital letters.
#: hint `ages.get("ann")` gives `None` where a key is missing; `"ann" in ages` asks whether it is there.

#: case counting without a start
counts = {}
for letter in "abc":
    counts[letter] += 1
#: at 3:4 counts[letter]
#: title `counts` has no key `'a'`
#: happened `letter` was `'a'`. `counts` was empty.
#: hint There must be a value to start from: `counts.get(letter, 0)` gives 0 where there is none, and so does a `defaultdict(int)`.

#: case a text for a number
names = {1: "one", 2: "two"}

key = "1"
names[key]
#: at 4:0 names[key]
#: title `names` has no key `'1'`
#: happened `key` was `'1'`. Its keys are `1` and `2`. It has the number `1`, but not the text `'1'`: these are different keys.
#: hint `names.get(key)` gives `None` where a key is missing; `key in names` asks whether it is there.

#: case collecting without a list
groups = {}
for word in ["a", "bb"]:
    groups[len(word)].append(word)
#: at 3:4 groups[len(word)]
#: title `groups` has no key `1`
#: happened `len(word)` was `1`. `groups` was empty.
#: hint Put a first value there before, for example with `groups.setdefault(len(word), [])`.

#: case a slip
user = {"name": "Ann", "email": "a@b.c"}
print(user["emial"])
#: at 2:6 user["emial"]
#: title `user` has no key `'emial'`
#: happened Its keys are `'name'` and `'email'`. Perhaps `'email'` is meant.
#: hint `user.get("emial")` gives `None` where a key is missing; `"emial" in user` asks whether it is there.

#: case deleting what is not there
d = {"a": 1}
del d["b"]
#: at 2:4 d["b"]
#: title `d` has no key `'b'`
#: happened Its only key is `'a'`.
#: hint Check with `if "b" in d:` before deleting it.

#: case popping what is not there
d = {"a": 1}
d.pop("b")
#: at 2:0 d.pop("b")
#: title `d` has no key `'b'`
#: happened Its only key is `'a'`.
#: hint `pop` takes a second value to give where the key is missing.

#: case removing from a set
seen = {1, 2}
seen.remove(3)
#: at 2:0 seen.remove(3)
#: title `3` is not in the set `seen`
#: happened `remove` takes out only what is there; `seen` was `{1, 2}`.
#: hint `discard` takes a value out and does not mind when it is missing.

#: case many keys
d = {n: n for n in range(100)}
print(d[100])
#: at 2:6 d[100]
#: title `d` has no key `100`
#: happened It has 100 keys, among them `0`, `1`, `2`, `3` and `4`.
#: hint `d.get(100)` gives `None` where a key is missing; `100 in d` asks whether it is there.
