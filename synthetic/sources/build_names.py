"""Builds the name tables of the synthetic town from open sources.

Usage: python build_names.py FAKER_FOLDER NAMES_FOLDER OUT_FOLDER
  FAKER_FOLDER  an unpacked wheel of PyPI `faker` 40.54.0 (MIT)
  NAMES_FOLDER  the folder with dist.all.last of PyPI `names` 0.3.0 (US Census 1990, public domain)
Writes surnames.csv.gz and given_names.csv.gz, byte for byte the same each time.
"""
import gzip
import importlib
import io
import re
import sys
from pathlib import Path

faker_folder, names_folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
here = Path(__file__).parent
sys.path.insert(0, faker_folder)

SURNAMES_KEPT = 52_000
# Share of births carried by the commonest name, as published yearly tables show it falling; modelled.
TOP_SHARE = {1920: .062, 1930: .060, 1940: .060, 1950: .058, 1960: .050, 1970: .040, 1980: .034, 1990: .028,
             2000: .022, 2010: .018, 2020: .014}
ENDINGS = re.compile(
    r"(ley|ton|ham|worth|son|shaw|wood|well|field|ford|bury|by|ridge|croft|bourne|combe|more|ell|ett|cock|house|smith|"
    r"gate|stone|den|don|land|hurst|low|man|wick|thorpe|thwaite|ington|ingham|yard|ward|wright|kin|kins|ard)$")
NOT_BRITISH = re.compile(
    r"(ez|az|oz|iz|ski|sky|wicz|czyk|witz|stein|berg|burg|mann|baum|schmidt|ini|elli|etti|ucci|acci|accio|ino|ano|ella|"
    r"eau|eaux|ault|oux|ois|ovich|enko|ian|yan|opoulos|idis|akis|quist|strom|gren|sen|dahl|huis|stra|sma|inga|uyen|"
    r"moto|mura|yama|guchi|io|zzi|zzo|sch|schke|feld|bach|hoff|hauer|meyer|meier|auer|inger|ngo|illo|illa|ero|era|ado|"
    r"eda|ada|uez|endez|aga|oya|aldo|ardo|ello|owski|ewski|cki|zak|czak|rek|nek|vic|rich|[^aeiou]a|[^aeioul]o|i|u)$|"
    r"^(de|del|di|la|le|van|von|vander|st)[a-z]{4,}|sch|cz|sz|tz|zz|kj|aa|uu|oe[^s]|pf|dt|ck[a-z]*er$")


def provider(locale):
    return importlib.import_module("faker.providers.person." + locale).Provider


def given_rows():
    british = provider("en_GB")
    irish = provider("en_IE")
    seen = {}
    for line in (here / "british_given_names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, names = line.split(": ")
        decade, sex = head.split()
        decade = int(decade)
        names = list(dict.fromkeys(names.split()))
        top = TOP_SHARE[decade]
        # Zipf-Mandelbrot: the shift makes the head as flat as the top share asks.
        shift = .115 / top
        weights = [top * ((1 + shift) / (r + 1 + shift)) ** 1.1 for r in range(len(names))]
        left = max(.04, 1 - sum(weights))
        tail_names = tail(sex, british, irish, set(names))
        tail_weights = [1 / (r + 40) for r in range(len(tail_names))]
        scale = min(left, .45) / sum(tail_weights)
        for name, weight in zip(names, weights):
            yield "british", sex, decade, name, weight
        for name, weight in zip(tail_names, tail_weights):
            yield "british", sex, decade, name, weight * scale
    for tradition, sex, spellings, weight in other("MF"):
        yield tradition, sex, 0, spellings, weight


def tail(sex, british, irish, taken):
    """Names that any decade uses now and then: Faker's British and Irish lists, then the US Census 1990 first names."""
    result = []
    field = "first_names_male" if sex == "M" else "first_names_female"
    census = [line.split()[0].title() for line in
              (names_folder / ("dist.male.first" if sex == "M" else "dist.female.first")).read_text().splitlines()]
    spanish = set(getattr(provider("es_ES"), field)) | set(provider("es_MX").first_names)
    census = [n for n in census if n not in spanish and not n.endswith("o")][: 450 if sex == "M" else 900]
    for name in list(getattr(british, field)) + list(getattr(irish, field)) + census:
        if name not in taken and re.fullmatch(r"[A-Z][a-z]{2,}", name):
            taken.add(name)
            result.append(name)
    return result


def other(kinds):
    for line in (here / "other_names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, names = line.split(": ")
        tradition, kind = head.split()
        if kind in kinds:
            parts = list(dict.fromkeys(names.split()))
            boost = {("muslim", "M"): 4, ("sikh", "S"): 6, ("hindu", "S"): 8}.get((tradition, kind), 1)
            for rank, spellings in enumerate(parts):
                weight = (boost if rank == 0 else 1) / (rank + 6)
                if (tradition, kind) == ("sikh", "S") and rank == 1:
                    weight *= 5
                yield tradition, kind, spellings.replace("-", " ") if tradition == "iberian" else spellings, weight


def surname_rows():
    british = provider("en_GB")
    foreign = {"Patel", "Khan", "Kaur", "Singh", "Ahmed", "Hussain", "Ali", "Begum", "Akhtar", "Iqbal", "Mahmood", "Shah",
               "Chan", "Miah", "Malik", "Bibi", "Rahman", "Sharma", "Wong", "Mohamed", "Mohammed", "Li", "Chowdhury"}
    head = sorted(((w, n) for n, w in british.last_names.items() if n not in foreign), key=lambda t: (-t[0], t[1]))
    for weight, name in head:
        yield "british", name, weight / 100
    taken = {n.upper().replace("'", "") for _, n in head} | {n.upper() for n in foreign}
    unwanted = set()
    for locale in ("es_ES", "es_MX", "de_DE", "it_IT", "pl_PL", "fr_FR", "nl_NL", "zh_TW", "ko_KR", "ja_JP", "sv_SE", "da_DK",
                   "no_NO", "pt_PT", "vi_VN"):
        p = provider(locale)
        for field in ("last_names", "unique_last_names", "last_romanized_names"):
            unwanted |= {str(n).upper() for n in getattr(p, field, None) or ()}
    irish = [n for n in provider("en_IE").last_names if re.fullmatch(r"[A-Z][A-Za-z' ]{2,}", n)]
    irish_set = {n.upper().replace("'", "").replace(" ", "") for n in irish}
    written = {n.upper().replace("'", "").replace(" ", ""): n for n in irish}
    scored = []
    for line in (names_folder / "dist.all.last").read_text().splitlines():
        name, share, _, rank = line.split()
        if name in taken or len(name) < 3 or (name in unwanted and name not in irish_set):
            continue
        lower = name.lower()
        score = 1 / (int(rank) + 200)
        if name in irish_set:
            score *= 1.5
        elif NOT_BRITISH.search(lower):
            continue
        if ENDINGS.search(lower):
            score *= 2.5
        scored.append((-score, name))
    scored.sort()
    scored = scored[: SURNAMES_KEPT - len(head)]
    left = .93 - sum(w for w, _ in head) / 100
    # The tail follows Zipf's law from the head's last share (0.03 %) on; the exponent that makes all shares sum to one.
    low, high = .5, 2.0
    for _ in range(60):
        s = (low + high) / 2
        total = sum(.0003 * (len(head) / (len(head) + r + 1)) ** s for r in range(len(scored)))
        low, high = (s, high) if total > left else (low, s)
    print("tail exponent", round(s, 4), "head", len(head), "tail", len(scored), file=sys.stderr)
    for r, (_, name) in enumerate(scored):
        yield "british", spell(name, written), .0003 * (len(head) / (len(head) + r + 1)) ** s
    polish = provider("pl_PL")
    known = set()
    for tradition, kind, spellings, weight in other("S"):
        known.add(spellings)
        yield tradition, spellings, weight
    extra = sorted(n for n in set(polish.unique_last_names if hasattr(polish, "unique_last_names") else polish.last_names)
                   if n not in known and not n.endswith("ska"))[:400]
    for name in extra:
        yield "polish", name, .004


def spell(upper, written):
    if upper in written:
        return written[upper].replace(" ", "") if written[upper].startswith("Mac ") else written[upper]
    name = upper.capitalize()
    if name.startswith("Mc") and len(name) > 4:
        name = "Mc" + name[2:].capitalize()
    return name


def write(name, header, rows):
    text = io.StringIO()
    text.write(header + "\n")
    count = 0
    for row in rows:
        text.write(",".join(f"{v:.3g}" if isinstance(v, float) else str(v) for v in row) + "\n")
        count += 1
    with open(out / name, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.getvalue().encode("utf-8"))
    print(name, count, (out / name).stat().st_size, file=sys.stderr)


write("surnames.csv.gz", "tradition,spellings,weight", surname_rows())
write("given_names.csv.gz", "tradition,sex,decade,spellings,weight", given_rows())
