"""Pictures: sizes, orientation, colours, no metadata, faults, and the cache."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import time
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from congtinh.build.encoding import MOVES, TOO_MANY_PIXELS, UNKNOWN_FORMAT, UNREADABLE
from congtinh.build.pictures import LARGE, TOO_LARGE, PictureStore
from congtinh.build.tree import MISSING, OUTSIDE
from congtinh.errors import Problem
from congtinh.media import Picture

SECRET = "Máy ảnh bí mật"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def store(content: Path, tmp_path: Path) -> PictureStore:
    return PictureStore(content, tmp_path / "cache")


def files(store: PictureStore, picture: Picture) -> list[tuple[str, Path]]:
    """Address and cached file of each rendition."""
    return [(one.address, store.file_of(picture.sha256, one)) for one in picture.renditions]


def made(store: PictureStore, source: str) -> Picture:
    picture, problems = store.picture(source)
    assert picture is not None and not problems, problems
    return picture


def refused(store: PictureStore, source: str) -> Problem:
    picture, problems = store.picture(source)
    assert picture is None and len(problems) == 1
    assert problems[0].is_error and problems[0].value == source
    return problems[0]


def pixels(store: PictureStore, picture: Picture, address: str) -> Image.Image:
    with Image.open(dict(files(store, picture))[address]) as image:
        image.load()
        return image


def halves(width: int, height: int) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (0, height // 2, width, height))
    return image


def photo(path: Path, size: tuple[int, int] = (1200, 800), orientation: int = 1) -> None:
    """A JPEG with camera, place and orientation in EXIF, and XMP."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = SECRET.encode()
    exif[ExifTags.Base.Orientation] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (21.0, 1.0, 42.5)
    halves(*size).save(path, "JPEG", exif=exif, xmp=f"<x>{SECRET}</x>".encode())


def test_a_photo_is_made_in_widths_that_need_no_enlarging(
    store: PictureStore, content: Path
) -> None:
    """Each wanted width below its own, then its own; JPEG only up to the width of ``src``."""
    photo(content / "a.jpg")
    picture = made(store, "a.jpg")
    assert [found.width for found in picture.of("webp")] == [320, 640, 1024, 1200]
    assert [found.width for found in picture.of("jpeg")] == [320, 640, 1024]
    assert (picture.width, picture.height, picture.of("webp")[0].height) == (1200, 800, 213)
    for found in picture.renditions:
        image = pixels(store, picture, found.address)
        assert (image.size, image.format) == ((found.width, found.height), found.format.upper())


def test_a_small_picture_keeps_its_width(store: PictureStore, content: Path) -> None:
    """No rendition is wider than its source."""
    halves(100, 40).save(content / "a.png")
    picture = made(store, "a.png")
    assert {found.width for found in picture.renditions} == {100}
    assert (picture.fallback.format, picture.fallback.height) == ("jpeg", 40)


def test_addresses_are_made_of_the_digest_and_the_width(store: PictureStore, content: Path) -> None:
    """The same picture has the same address everywhere, whatever its file is called."""
    photo(content / "Ảnh số 1.JPG", (400, 300))
    picture = made(store, "Ảnh số 1.JPG")
    sha256 = hashlib.sha256((content / "Ảnh số 1.JPG").read_bytes()).hexdigest()
    assert picture.sha256 == sha256
    assert picture.of("webp")[0].address == f"media/{sha256[:16]}-320.webp"
    assert picture.srcset("jpeg", "../") == (
        f"../media/{sha256[:16]}-320.jpg 320w, ../media/{sha256[:16]}-400.jpg 400w"
    )


def test_no_metadata_is_published(store: PictureStore, content: Path) -> None:
    """Camera, place and XMP of the source are in no rendition."""
    photo(content / "a.jpg", (700, 400))
    source = Image.open(content / "a.jpg")
    assert source.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    source.close()
    picture = made(store, "a.jpg")
    for address, file in files(store, picture):
        assert SECRET.encode() not in file.read_bytes()
        image = pixels(store, picture, address)
        assert not image.getexif() and not {"exif", "xmp", "icc_profile"} & set(image.info)


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (400, 600)), (3, (400, 600)), (6, (600, 400))]
)
def test_a_photo_stands_upright(
    store: PictureStore, content: Path, orientation: int, size: tuple[int, int]
) -> None:
    """The orientation that the camera noted is applied to the pixels and to the size."""
    photo(content / "a.jpg", (400, 600), orientation)
    picture = made(store, "a.jpg")
    assert (picture.width, picture.height) == size
    image = pixels(store, picture, picture.fallback.address)
    red, _, blue = image.getpixel((image.width - 10, 10))  # type: ignore[misc]
    assert (red > blue) == (orientation != 3)


def test_a_wide_photo_is_decoded_small_and_right(store: PictureStore, content: Path) -> None:
    """Decoding a JPEG at a fraction of its size changes neither size nor picture."""
    photo(content / "a.jpg", (3000, 4000), 6)
    picture = made(store, "a.jpg")
    assert (picture.width, picture.height) == (4000, 3000)
    widest = pixels(store, picture, picture.of("webp")[-1].address)
    assert widest.size == (1600, 1200)
    red, _, blue = widest.getpixel((1500, 600))  # type: ignore[misc]
    assert red > 200 > 60 > blue


def test_transparency_is_kept_where_there_is_any(store: PictureStore, content: Path) -> None:
    """A see-through PNG falls back to PNG; an alpha channel that hides nothing, to JPEG."""
    Image.new("RGBA", (50, 50), (255, 0, 0, 128)).save(content / "glass.png")
    Image.new("RGBA", (50, 50), (255, 0, 0, 255)).save(content / "wall.png")
    glass = made(store, "glass.png")
    assert glass.fallback.format == "png"
    assert pixels(store, glass, glass.of("webp")[0].address).getpixel((9, 9)) == (255, 0, 0, 128)
    assert made(store, "wall.png").fallback.format == "jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(store: PictureStore, content: Path, mode: str) -> None:
    """Black and white, grey, palette and 16 bits come out as the grey they were."""
    grey = Image.new("L", (40, 40), 255 if mode == "1" else 128)
    if mode == "I;16":
        grey.convert("I").point(lambda value: value * 256).convert("I;16").save(content / "a.png")
    else:
        grey.convert(mode).save(content / "a.png")
    picture = made(store, "a.png")
    level = pixels(store, picture, picture.of("webp")[0].address).convert("L").getpixel((20, 20))
    assert abs(level - (255 if mode == "1" else 128)) < 4  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "mode"), [("a.jpg", "CMYK"), ("a.tif", "CMYK"), ("a.bmp", "RGB"), ("a.webp", "RGB")]
)
def test_other_formats_are_read(store: PictureStore, content: Path, name: str, mode: str) -> None:
    """Printers' colours and scanners' formats are turned into colours of the web."""
    halves(60, 60).convert(mode).save(content / name)
    picture = made(store, name)
    red, green, blue = pixels(store, picture, picture.fallback.address).getpixel((30, 10))  # type: ignore[misc]
    assert red > 180 and green < 80 and blue < 80


def test_colours_are_converted_to_srgb(store: PictureStore, content: Path) -> None:
    """A profile in which red and blue have changed places is applied, then left out."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    for name, profile, seen in (("a.png", srgb, (255, 0, 0)), ("b.png", swapped, (0, 0, 255))):
        halves(60, 60).save(content / name, icc_profile=profile)
        picture = made(store, name)
        image = pixels(store, picture, picture.of("webp")[0].address)
        assert "icc_profile" not in image.info
        shown = image.getpixel((30, 10))
        assert all(abs(a - b) < 12 for a, b in zip(shown, seen, strict=True))  # type: ignore[arg-type]


def test_a_profile_that_does_not_fit_is_left_out(store: PictureStore, content: Path) -> None:
    """A profile of other channels, or a damaged one, does not keep a picture from the site."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for name, profile in (("a.png", lab), ("b.png", b"damaged")):
        halves(60, 60).save(content / name, icc_profile=profile)
        picture = made(store, name)
        assert pixels(store, picture, picture.of("webp")[0].address).getpixel((30, 10)) == (
            255,
            0,
            0,
        )


def test_two_runs_give_the_same_bytes(content: Path, tmp_path: Path) -> None:
    """Nothing of the machine or the moment is in a rendition."""
    photo(content / "a.jpg")
    first, second = (PictureStore(content, tmp_path / name) for name in ("one", "two"))
    one, two = made(first, "a.jpg"), made(second, "a.jpg")
    assert one == two
    assert [file.read_bytes() for _, file in files(first, one)] == [
        file.read_bytes() for _, file in files(second, two)
    ]


def test_a_picture_is_made_once(store: PictureStore, content: Path, tmp_path: Path) -> None:
    """A second store with the same cache encodes nothing, under any name of the picture."""
    photo(content / "a.jpg", (500, 300))
    picture = made(store, "a.jpg")
    before = {file: file.stat().st_mtime_ns for _, file in files(store, picture)}
    (content / "b.jpg").write_bytes((content / "a.jpg").read_bytes())
    again = made(PictureStore(content, tmp_path / "cache"), "b.jpg")
    assert again.renditions == picture.renditions and again.source == "b.jpg"
    assert before == {file: file.stat().st_mtime_ns for _, file in files(store, again)}


def test_other_widths_are_made_anew(store: PictureStore, content: Path, tmp_path: Path) -> None:
    """A change of the settings ends what was made under the old ones."""
    photo(content / "a.jpg", (500, 300))
    made(store, "a.jpg")
    other = made(PictureStore(content, tmp_path / "cache", widths=(100,)), "a.jpg")
    assert {found.width for found in other.renditions} == {100}


@pytest.mark.parametrize("damage", ["cut", "changed", "gone", "sidecar", "sidecar-value", "empty"])
def test_a_damaged_cache_is_mended(store: PictureStore, content: Path, damage: str) -> None:
    """Whatever happened to the cache, the picture comes out whole."""
    photo(content / "a.jpg", (500, 300))
    picture = made(store, "a.jpg")
    bytes_before = {file: file.read_bytes() for _, file in files(store, picture)}
    victim = sorted(bytes_before)[0]
    sidecar = victim.with_name("picture.json")
    if damage == "cut":
        victim.write_bytes(bytes_before[victim][:100])
    elif damage == "changed":
        victim.write_bytes(b"x" * len(bytes_before[victim]))
    elif damage == "gone":
        victim.unlink()
    elif damage == "sidecar":
        sidecar.write_bytes(sidecar.read_bytes()[:50])
    elif damage == "sidecar-value":
        sidecar.write_text(sidecar.read_text().replace('"width": 500', '"width": 501', 1))
    else:
        sidecar.write_text("[]")
    assert made(store, "a.jpg") == picture
    assert bytes_before == {file: file.read_bytes() for _, file in files(store, picture)}
    assert not list(victim.parent.glob("*.part"))


def test_a_changed_source_is_seen_although_size_and_time_are_the_same(
    content: Path, tmp_path: Path
) -> None:
    """A file replaced within a tick of the clock, or with its times restored, is read again."""
    halves(20, 20).save(content / "a.bmp")
    times = (time.time_ns() - 10**11,) * 2
    os.utime(content / "a.bmp", ns=times)
    first = PictureStore(content, tmp_path / "cache")
    before = made(first, "a.bmp")
    first.save()
    halves(20, 20).rotate(180).save(content / "a.bmp")
    os.utime(content / "a.bmp", ns=times)
    second = made(PictureStore(content, tmp_path / "cache"), "a.bmp")
    assert second.sha256 != before.sha256


def test_a_moving_picture_stands_still_and_is_told(store: PictureStore, content: Path) -> None:
    """TT 32/2017/TT-BTTTT, article 18: the first frame is shown, with a warning, cached or not."""
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    frames[0].save(content / "a.gif", save_all=True, append_images=frames[1:])
    for _ in range(2):
        picture, problems = store.picture("a.gif")
        assert picture is not None
        assert [(found.message, found.is_error) for found in problems] == [(MOVES, False)]
    assert not getattr(pixels(store, picture, picture.of("webp")[0].address), "is_animated", False)


def test_a_damaged_picture_is_a_fault(store: PictureStore, content: Path) -> None:
    """A file cut short, or one that only has the name of a picture, is named and not published."""
    photo(content / "whole.jpg")
    (content / "cut.jpg").write_bytes((content / "whole.jpg").read_bytes()[:4000])
    (content / "false.png").write_text("Đây không phải là ảnh")
    assert refused(store, "cut.jpg").message == UNREADABLE
    assert refused(store, "false.png").message == UNREADABLE


def test_an_unknown_format_is_a_fault(store: PictureStore, content: Path) -> None:
    """A format that browsers do not show is named as such."""
    (content / "a.heic").write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(100))
    assert refused(store, "a.heic").message == UNKNOWN_FORMAT


def test_a_decompression_bomb_is_refused(content: Path, tmp_path: Path) -> None:
    """The number of pixels is bounded before any is decoded, at our limit and at the decoder's."""
    Image.new("1", (4000, 4000)).save(content / "a.png")
    Image.new("1", (20_000, 20_000)).save(content / "b.png")
    small = PictureStore(content, tmp_path / "cache", most_pixels=10_000_000)
    assert refused(small, "a.png").message == TOO_MANY_PIXELS
    assert refused(PictureStore(content, tmp_path / "cache"), "b.png").message == TOO_MANY_PIXELS


def test_the_size_of_a_file_is_bounded(content: Path, tmp_path: Path) -> None:
    """From the limit on a picture is refused; below it, a heavy one is made with a warning."""
    photo(content / "a.jpg", (500, 300))
    size = (content / "a.jpg").stat().st_size
    refusing = PictureStore(content, tmp_path / "cache", limit=size)
    assert refused(refusing, "a.jpg").message == TOO_LARGE
    picture, problems = PictureStore(
        content, tmp_path / "cache", limit=size + 1, warn_over=size - 1
    ).picture("a.jpg")
    assert picture is not None
    assert [(found.message, found.is_error) for found in problems] == [(LARGE, False)]


def test_files_outside_and_missing_files_are_refused(store: PictureStore, content: Path) -> None:
    """A picture comes from the content folder or not at all."""
    photo(content.parent / "a.jpg", (20, 20))
    assert refused(store, "../a.jpg").message == OUTSIDE
    assert refused(store, "a.jpg").message == MISSING


def test_pictures_and_stores_travel_between_processes(store: PictureStore, content: Path) -> None:
    """Both can be pickled."""
    photo(content / "a.jpg", (20, 20))
    picture = made(store, "a.jpg")
    assert pickle.loads(pickle.dumps(picture)) == picture
    assert made(pickle.loads(pickle.dumps(store)), "a.jpg") == picture


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DRAWN = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{SVG} xmlns:ink="http://example.org/ink" viewBox="0 0 120 60">
<ink:view/><style>.a{{fill:url(#g)}}</style><defs><linearGradient id="g"/></defs>
<rect class="a" width="5" height="5" fill="url('#g')"/><use xlink:href="#g"/>
<image href="data:image/png;base64,iVBORw0KGgo="/></svg>"""


def test_a_drawing_is_published_as_it_is(store: PictureStore, content: Path) -> None:
    """A safe SVG keeps its bytes, has one rendition, and needs no other format."""
    (content / "a.svg").write_text(DRAWN, encoding="utf-8")
    for _ in range(2):
        picture = made(store, "a.svg")
        assert (picture.width, picture.height) == (120, 60)
        assert picture.fallback.format == "svg" and picture.srcset("webp") == ""
        [(address, file)] = files(store, picture)
        assert address == f"media/{picture.sha256[:16]}-120.svg"
        assert file.read_bytes() == (content / "a.svg").read_bytes()


def test_phone_photos_with_a_second_frame_do_not_count_as_moving(
    store: PictureStore, content: Path
) -> None:
    """Phones store a second picture behind the first; that is no animation."""
    target = io.BytesIO()
    halves(50, 50).save(target, "MPO", save_all=True, append_images=[halves(50, 50)])
    (content / "a.jpg").write_bytes(target.getvalue())
    assert made(store, "a.jpg").width == 50
