"""Makes the workbook and Parquet files beside this script, by other people's writers than our readers' kin.

Run with pyarrow 26.0.1 and openpyxl 3.1.5. Every value is made up. The tests say what must be read from the files.
"""

import datetime
import decimal
import pathlib

import openpyxl
import pyarrow
import pyarrow.parquet

HERE = pathlib.Path(__file__).parent


def workbook():
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Read me"
    cover["A1"] = "Extract of the housing register"
    sheet = book.create_sheet("Tenants")
    sheet.append(["Tenants on 1 March"])
    sheet.append([])
    sheet.append(["id", "name", "born", "seen", "rent", "phone", "active", "opens", "total"])
    sheet.append([1, "Ann", datetime.date(1980, 2, 1), datetime.datetime(2024, 3, 1, 10, 20, 30), 99.5, 7700900123,
                  True, datetime.time(9, 30), "=2*3"])
    sheet.append([2, " Zoë ", datetime.date(1901, 1, 1), None, 0.1 + 0.2, None, False, None, "=NA()"])
    sheet.append([])
    sheet.append([3, "Cat", None, None, 12345678901, None, None, None, None, None, "stray"])
    for row in (4, 5):
        sheet.cell(row, 6).number_format = "00000000000"
    hidden = book.create_sheet("Other")
    hidden.append(["x", "y"])
    hidden.append([1, 2])
    book.save(HERE / "tenants.xlsx")


def table():
    moments = [datetime.datetime(2024, 3, 1, 10, 20, 30), None, datetime.datetime(1980, 2, 1)]
    return pyarrow.table({
        "id": pyarrow.array([1, 2, 3], pyarrow.int64()),
        "name": ["Ann", " Zoë ", None],
        "born": pyarrow.array([datetime.date(1980, 2, 1), None, datetime.date(1999, 12, 31)]),
        "seen": pyarrow.array(moments, pyarrow.timestamp("us")),
        "sent": pyarrow.array(moments, pyarrow.timestamp("ms", tz="UTC")),
        "rent": pyarrow.array([decimal.Decimal("99.50"), None, decimal.Decimal("-20.05")], pyarrow.decimal128(9, 2)),
        "score": [1.5, 2.0, None],
        "small": pyarrow.array([1, 255, None], pyarrow.uint8()),
        "active": [True, False, None],
        "opens": pyarrow.array([datetime.time(9, 30), None, None], pyarrow.time64("us")),
        "address": pyarrow.array([{"line": "1 High St", "town": "Tideford"}, None, {"line": None, "town": "Looe"}]),
        "tags": pyarrow.array([["a", "b"], [], None]),
        "raw": pyarrow.array([b"\x01\xff", None, b""], pyarrow.binary(-1)),
        "code": pyarrow.array(["x", "y", "x"]).dictionary_encode(),
    })


def parquet():
    write = pyarrow.parquet.write_table
    for codec in ("none", "snappy", "gzip", "zstd", "lz4", "brotli"):
        write(table(), HERE / f"tenants-{codec}.parquet", compression=codec)
    write(table(), HERE / "tenants-pages-2.parquet", compression="snappy", data_page_version="2.0",
          use_dictionary=False, column_encoding={"id": "DELTA_BINARY_PACKED", "name": "DELTA_BYTE_ARRAY"})
    write(table(), HERE / "tenants-int96.parquet", use_deprecated_int96_timestamps=True)
    many = pyarrow.table({"id": list(range(5000)), "half": [i // 2 if i % 7 else None for i in range(5000)],
                          "name": [f"name {i % 13}" for i in range(5000)]})
    write(many, HERE / "many-row-groups.parquet", row_group_size=700, data_page_size=256, compression="snappy")


workbook()
parquet()
