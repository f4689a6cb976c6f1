# title: Longest run of heads
# kind: missing update
# instruction: Return the length of the longest run of "H" in a row of coin tosses.

def longest_run(tosses):
    longest = 0
    current = 0
    for toss in tosses:
        if toss == "H":
            current += 1
            longest = max(longest, current)
    return longest

# --- tests
import unittest

class LongestRunTest(unittest.TestCase):
    def test_one_run(self):
        self.assertEqual(longest_run("THHHT"), 3)

    def test_separate_runs(self):
        self.assertEqual(longest_run("HHTHT"), 2)

    def test_alternating(self):
        self.assertEqual(longest_run("HTHTH"), 1)

    def test_no_heads(self):
        self.assertEqual(longest_run("TTT"), 0)
