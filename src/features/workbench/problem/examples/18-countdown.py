# title: Countdown
# kind: off-by-one
# instruction: Read a number and print the countdown from it to 1, one number a line, then "Liftoff!".

start = int(input())
for number in range(start, 1, -1):
    print(number)
print("Liftoff!")

# --- tests
--- stdin
3
--- stdout
3
2
1
Liftoff!
--- stdin
1
--- stdout
1
Liftoff!
--- stdin
0
--- stdout
Liftoff!
