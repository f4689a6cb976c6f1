# title: Clock time
# kind: numbers
# instruction: Write seconds as hours, minutes and seconds of two digits each.

def clock_time(seconds):
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"

# --- tests
assert clock_time(0) == "00:00:00"
assert clock_time(61) == "00:01:01"
assert clock_time(3661) == "01:01:01"
assert clock_time(86399) == "23:59:59"
