"""Pictures that nobody should open unprepared: name → bytes, and the code of the reason, "" where one is shown."""

import gzip
import random
import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MANY = 200


@cache
def bombs():
    """The whole corpus; about a second to make."""
    return {**pngs(), **jpegs(), **gifs(), **webps(), **strangers()}


def pngs():
    zeros = zlib.compress(bytes(100 * 2**20), 9)
    rows = drawn(32, 32)
    return {
        "png of 3.6 billion pixels": (png(60_000, 60_000, rows), "pixels"),
        "png of 64 million real pixels": (real_png(8_000, 8_000), "pixels"),
        "png of 49 million real pixels": (real_png(7_000, 7_000), ""),
        "png of 16 million real pixels": (real_png(4_000, 4_000), ""),
        "png of one endless row": (png(2_000_000_000, 1, rows), "pixels"),
        "png without a size": (png(0, 0, rows), "format"),
        "png that says less than it holds": (png(8, 8, rows), ""),
        "png that says more than it holds": (png(320, 320, rows), "damaged"),
        "png without pixels": (png(32, 32, b""), "damaged"),
        "png of garbage": (png(32, 32, random.Random(1).randbytes(3_000), packed=False), "damaged"),
        "png cut short": (encoded("PNG")[:-40], "damaged"),
        "png with 100 MB of text": (png(32, 32, rows, (b"zTXt", b"Comment\0\0" + zeros)), "damaged"),
        "png with 100 MB of colours": (png(32, 32, rows, (b"iCCP", b"icc\0\0" + zeros)), "damaged"),
        "png of 26 MB": (encoded("PNG") + bytes(26 * 2**20), "bytes"),
        "png with a script behind it": (encoded("PNG") + b"<script>alert(1)</script>", ""),
        "moving png": (moving("PNG"), ""),
    }


def jpegs():
    good = encoded("JPEG")
    wide = struct.pack(">HH", 65_500, 65_500)
    circle = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0"
    size = good.index(b"\xff\xc0")
    scanned = encoded("JPEG", progressive=True)
    first = scanned.index(b"\xff\xda")
    second = scanned.index(b"\xff\xda", first + 2)
    return {
        "jpeg of 4 billion pixels": (good[: size + 5] + wide + good[size + 9 :], "pixels"),
        "jpeg of 10,000 scans": (scanned[:first] + scanned[first:second] * 10_000 + scanned[second:], "damaged"),
        "jpeg that is a head only": (b"\xff\xd8\xff\xe0", "format"),
        "jpeg with endless facts": (good[:2] + b"\xff\xe1\xff\xff" + good[2:], "damaged"),
        "jpeg whose facts turn in circles": (encoded("JPEG", exif=circle), ""),
    }  # fmt: skip


def gifs():
    good = encoded("GIF")
    return {
        "gif of 4 billion pixels": (good[:6] + struct.pack("<HH", 65_535, 65_535) + good[10:], "pixels"),
        "gif whose frame is larger than itself": (enlarged(good), "pixels"),
        "gif that is a head only": (b"GIF89a", "format"),
        "gif cut short": (good[: len(good) // 2], "damaged"),
        "moving gif": (moving("GIF"), ""),
        "gif that is a script": (b"GIF89a/*" + b" " * 40 + b"*/=1;alert(1)", "format"),
    }


def webps():
    good = encoded("WEBP", lossless=True)
    return {
        "webp of 268 million pixels": (good[:21] + struct.pack("<I", 0x0FFFFFFF) + good[25:], "pixels"),
        "webp that is a head only": (good[:20], "damaged"),
        "webp cut short": (good[: len(good) // 2], "damaged"),
        "moving webp": (moving("WEBP"), ""),
    }


def strangers():
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/hostname'/></svg>"
    files = {
        "svg": svg,
        "packed svg": gzip.compress(svg),
        "bmp": encoded("BMP"),
        "tiff": encoded("TIFF"),
        "icon": encoded("ICO"),
        "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        "pdf": b"%PDF-1.7\n",
        "photoshop": b"8BPS\0\1" + bytes(20),
        "a page": b"<!DOCTYPE html><img src=x>",
        "a program": b"\x7fELF" + bytes(60),
        "one byte": b"\x89",
        "words": b"no picture",
    }
    return {**{f"no picture: {name}": (data, "format") for name, data in files.items()}, "nothing": (b"", "damaged")}


def encoded(form, **options):
    """A small picture of many colours."""
    out = BytesIO()
    noise = Image.frombytes("RGB", (32, 32), random.Random(7).randbytes(32 * 32 * 3))
    noise.save(out, form, **options)
    return out.getvalue()


def moving(form):
    """MANY frames, the first of which is red."""
    out = BytesIO()
    frames = [Image.new("RGB", (32, 32), (255 - shade, shade, 0)) for shade in range(MANY)]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=10)
    return out.getvalue()


def png(width, height, rows, *chunks, packed=True):
    """A file that says what one wants it to; rows: see `drawn`."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = [
        (b"IHDR", head),
        *chunks,
        *([(b"IDAT", zlib.compress(rows) if packed else rows)] if rows else []),
        (b"IEND", b""),
    ]
    return SIGNATURE + b"".join(map(chunk, body))


def chunk(named):
    kind, data = named
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def drawn(width, height):
    """Black pixels, each row with its filter before it."""
    return bytes((width + 1) * height)


def real_png(width, height):
    """So many black and white pixels."""
    out = BytesIO()
    Image.new("1", (width, height), 1).save(out, "PNG")
    return out.getvalue()


def enlarged(gif):
    """The first frame, which begins behind a comma, as large as can be said."""
    at = gif.index(b",\0\0\0\0") + 5
    return gif[:at] + struct.pack("<HH", 65_535, 65_535) + gif[at + 4 :]
