"""Looking at a fix that passes: does it only fit its tests, and what else does it change?"""
