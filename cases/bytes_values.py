data = bytearray(b"abc")  # (0) data=bytearray(b'abc');
frozen = bytes(data)  # (1) frozen=b'abc';
data[0] = 65  # (2) data=bytearray(b'Abc');
data += b"\xff\x00"  # (3) data=bytearray(b'Abc\xff\x00');
number = int.from_bytes(frozen, "big")  # (4) number=6382179;
text = frozen.decode()  # (5) text='abc';
for byte in frozen[:2]:  # (6) byte=97; (8) byte=98;
    data.append(byte)  # (7) data=bytearray(b'Abc\xff\x00a'); (9) data=bytearray(b'Abc\xff\x00ab');
window = memoryview(frozen)[1:]  # (10) window=<memory>;
#: ends finished
