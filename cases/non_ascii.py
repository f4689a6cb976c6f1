größe = "naïve ☕ \u200b"  # (0) größe='naïve ☕ \u200b';
π = 3.14  # (1) π=3.14;
名前 = ["ä", "日本", "😀"]  # (2) 名前=['ä', '日本', '😀'];
for zeichen in "äß":  # (3) zeichen='ä'; (5) zeichen='ß';
    größe += zeichen  # (4) größe='naïve ☕ \u200bä'; (6) größe='naïve ☕ \u200bäß';
#: ends finished
