"""Bubble sort of 200 numbers: each swap changes a list of 200."""

UNTRACED = 20


def work():
    numbers = [(i * 7919) % 211 for i in range(200)]
    for end in range(len(numbers) - 1, 0, -1):
        for i in range(end):
            if numbers[i] > numbers[i + 1]:
                numbers[i], numbers[i + 1] = numbers[i + 1], numbers[i]
    return numbers
