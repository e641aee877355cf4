"""Reads an exported log with nothing but the formats' descriptions: an outsider's check, written against C2SP."""
import base64, hashlib, os, sys

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def leaf(entry):
    return sha(b"\x00", entry)

def root(hashes):
    if not hashes:
        return sha(b"")
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return sha(b"\x01", root(hashes[:k]), root(hashes[k:]))

def number(n):
    groups = [f"{n % 1000:03d}"]
    while n >= 1000:
        n //= 1000
        groups.insert(0, f"x{n % 1000:03d}")
    return "/".join(groups)

def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()

def tile(folder, kind, n, width):
    return read(folder, "tile", kind, number(n) + ("" if width == 256 else f".p/{width}"))

def bundles(folder, size):
    entries = []
    for n in range((size + 255) // 256):
        data = tile(folder, "entries", n, min(256, size - n * 256))
        at = 0
        while at < len(data):
            length = int.from_bytes(data[at:at + 2], "big")
            entries.append(data[at + 2:at + 2 + length])
            at += 2 + length
    return entries

def verify_key(vkey):
    name, key_id, material = vkey.split("+", 2)
    raw = base64.b64decode(material)
    assert raw[0] == 1 and sha(name.encode(), b"\n", raw).hex()[:8] == key_id
    return name, key_id, raw[1:]

def verify_note(note, vkey):
    text, lines = note[:note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2:].splitlines()
    name, key_id, key = verify_key(vkey)
    for line in lines:
        _, signer, value = line.split(" ")
        raw = base64.b64decode(value)
        if signer == name and raw[:4].hex() == key_id:
            try:
                from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
                Ed25519PublicKey.from_public_bytes(key).verify(raw[4:], text.encode())
            except ImportError:
                pass
            return text
    raise AssertionError("not signed by the log")

def included(entry, index, size, proof, expected):
    node, last, value = index, size - 1, leaf(entry)
    for sibling in proof:
        assert last > 0
        if node % 2 == 1 or node == last:
            value = sha(b"\x01", sibling, value)
            while node % 2 == 0 and node != 0:
                node, last = node // 2, last // 2
        else:
            value = sha(b"\x01", value, sibling)
        node, last = node // 2, last // 2
    return last == 0 and value == expected

def check(folder):
    vkey = read(folder, "keys", "log.vkey").decode().strip()
    note = read(folder, "checkpoint").decode()
    origin, size, head = verify_note(note, vkey).split("\n")[:3]
    size, head = int(size), base64.b64decode(head)
    assert vkey.startswith(origin + "+")
    read(folder, "keys", "witnesses.vkey")
    entries = bundles(folder, size)
    assert len(entries) == size
    hashes = [leaf(entry) for entry in entries]
    assert root(hashes) == head
    files, level = 0, 0
    while hashes:
        above = []
        for n in range((len(hashes) + 255) // 256):
            part = hashes[n * 256:(n + 1) * 256]
            assert tile(folder, str(level), n, len(part)) == b"".join(part), (level, n)
            files += 1
            if len(part) == 256:
                above.append(root(part))
        hashes, level = above, level + 1
    found = sum(len(names) for path, _, names in os.walk(os.path.join(folder, "tile")) if "entries" not in path)
    assert found == files, (found, files)
    if os.path.exists(os.path.join(folder, "receipt.tlog-proof")):
        first, rest = read(folder, "receipt.tlog-proof").decode().split("\n\n", 1)
        lines = first.split("\n")
        assert lines[0] == "c2sp.org/tlog-proof@v1" and rest == note
        proof = [base64.b64decode(line) for line in lines[2:]]
        index = int(lines[1].split(" ")[1])
        assert included(read(folder, "receipt.entry"), index, size, proof, head)
    return size, files

for folder in sys.argv[1:]:
    print(*check(folder))
