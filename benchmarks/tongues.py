"""Words in all scripts that people put on maps, and random cards made of them."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TABLE = """
Latin: customer visits AVATAR To Way VA office fluffy Voilà größer Zürich Łódź İstanbul “quoted” – check-in
Greek: Καλημέρα Ελλάδα ὠμέγα ΑΥΤΟ πελάτης ψάχνει τραπέζι «ναι» είναι λογαριασμός ϗ
Cyrillic: Привет ДОВЕРИЕ Клиент ищет столик у окна ждёт Україна їжак Ўзбек какой-то Ѻко
Arabic: العميل يبحث عن طاولة قريبة من النافذة ويدفع الحساب؟ مُحَمَّد لا السلام ١٢٣ پژوهش گفت
Hebrew: הלקוח מחפש שולחן ליד החלון ומשלם את החשבון שָׁלוֹם בְּרֵאשִׁית צה״ל לפנה״צ
Devanagari: ग्राहक खिड़की के पास मेज़ ढूँढता है क्षत्रिय प्रार्थना त्र्यंबक कृपया रुकिए। १२३ हिन्दी में
Thai: ลูกค้าหาโต๊ะริมหน้าต่าง และรอนานมาก น้ำดื่ม ชำระเงิน ผู้ใหญ่ ปิ่นโต ๑๒๓ เก้าอี้ ๆ
Chinese: 顾客在窗边寻找座位（很久）， 等待《菜单》…… 付款。 退款：十二元 網站 訂單、發票
Japanese: お客様は「窓際の席」を探しています。 ちょっと、待ってください！ メニュー ファッション・ショー 支払い々
Korean: 고객이 창가 자리를 찾고 있습니다. 메뉴판 계산서 예약, 확인! 불편해요
Emoji: 😀 👍🏽 👩‍💻 👨‍👩‍👧‍👦 🇩🇪 🏳️‍🌈 ❤️ ⭐ 1️⃣ 🤷🏾‍♀️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿
"""

WORDS = {
    name: tuple(words.split()) for name, _, words in (line.partition(": ") for line in _TABLE.strip().splitlines())
}
"""By the name of the script; the words of one together are also a sentence's worth of its shapes."""

EAST_ASIAN = ("Chinese", "Japanese", "Korean")
NUMBERS = ("4.1 %", "12 min", "€ 100", "3–4", "5:30", "(10:30)", "½", "10×", "a/b", "#3", "[B]")
FACES = ("regular", "semibold", "bold", "italic", "display")


class Saying(NamedTuple):
    """What a card says, in which face, and how wide its lines may be, in em."""

    text: str
    face: str
    width: float


def sayings(count: int, scripts: Sequence[str], seed: int = 8) -> Iterator[Saying]:
    """Cards of one to twelve words in one to four of these scripts, in any order."""
    chance = random.Random(seed)
    for _ in range(count):
        spoken = chance.sample(scripts, k=min(chance.choice((1, 1, 2, 3, 4)), len(scripts)))
        words = [
            chance.choice(NUMBERS) if chance.random() < 0.1 else chance.choice(WORDS[chance.choice(spoken)])
            for _ in range(chance.randint(1, 12))
        ]
        yield Saying(" ".join(words), chance.choice(FACES), chance.uniform(4, 16))


def sentences(count: int, script: str, seed: int = 8) -> Iterator[str]:
    """Texts of one to eight words in one script."""
    chance = random.Random(f"{script}{seed}")
    for _ in range(count):
        yield " ".join(chance.choices(WORDS[script], k=chance.randint(1, 8)))
