"""One decoded picture and the bytes of its renditions: upright, in sRGB, without metadata."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from congtinh.errors import N_, Problem, Severity
from congtinh.media import FALLBACK_WIDTH, PictureFormat

UNREADABLE = N_("the picture is damaged and cannot be opened")
UNKNOWN_FORMAT = N_("is not in a picture format that the site can use")
TOO_MANY_PIXELS = N_("the picture has more than {limit} million pixels")
MOVES = N_("the picture moves; only its first frame is shown")
SAVE_AGAIN = N_("Open it in a picture program and save it again as JPEG or PNG")
MAKE_SMALLER = N_("Make it smaller; {width} pixels of width are enough")
STILL_PICTURE = N_("Pages of state bodies hold nothing that moves by itself; give a still picture")

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
SUFFIXES = frozenset({"jpg", "jpeg", "png", "webp", "gif", "tif", "tiff", "bmp"})
WIDEST = 1600

_GRAPHIC = frozenset({"PNG", "GIF", "BMP"})
_WEBP = {"quality": 80, "method": 4}
_JPEG = {"quality": 80, "optimize": True, "progressive": True}


def opened(
    path: Path, most_pixels: int, widest: int = WIDEST
) -> tuple[Upright | None, Problem | None]:
    """The picture in ``path``, decoded, with a warning where it moves; or ``None`` and an error.

    ``widest`` is the width in pixels of the widest rendition wanted: a JPEG that is far wider is
    decoded at a fraction of its size.
    """
    with _quiet():
        try:
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > most_pixels:
                    return None, _bomb(most_pixels)
                return Upright(image, widest), _movement(image)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            return None, _bomb(most_pixels)
        except UnidentifiedImageError:
            known = path.suffix.lower().lstrip(".") in SUFFIXES
            return None, Problem("", UNREADABLE if known else UNKNOWN_FORMAT, SAVE_AGAIN)
        except Exception:  # a decoder fails in many ways on a damaged file, and each means that
            return None, Problem("", UNREADABLE, SAVE_AGAIN)


class Upright:
    """Pixels as a viewer sees them, in sRGB; ``width`` and ``height`` are those of the source."""

    def __init__(self, image: Image.Image, widest: int) -> None:
        self.is_graphic = image.format in _GRAPHIC
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        size = image.size[::-1] if turned else image.size
        self.width, self.height = size
        if image.format in ("JPEG", "MPO"):
            enough = (widest, round(widest * self.height / self.width))
            image.draft(None, enough[::-1] if turned else enough)
        self.pixels = _in_srgb(ImageOps.exif_transpose(image))

    @property
    def is_transparent(self) -> bool:
        return self.pixels.mode == "RGBA"

    def widths(self, wanted: tuple[int, ...]) -> list[int]:
        """The wanted widths that need no enlarging; its own, where that is below the widest."""
        smaller = sorted({width for width in wanted if width < self.width})
        return [*smaller, self.width] if self.width <= max(wanted) else smaller

    def renditions(
        self, wanted: tuple[int, ...]
    ) -> Iterator[tuple[int, int, PictureFormat, bytes]]:
        """Width, height, format and bytes: WebP at every width, JPEG or PNG for ``src``."""
        widths = self.widths(wanted)
        for width in widths:
            height = max(1, round(self.height * width / self.width))
            scaled = self._scaled(width, height)
            yield width, height, "webp", self._webp(scaled)
            if width <= FALLBACK_WIDTH or width == widths[0]:
                yield width, height, *self._fallback(scaled)

    def _scaled(self, width: int, height: int) -> Image.Image:
        if (width, height) == self.pixels.size:
            return self.pixels
        return self.pixels.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)

    def _webp(self, scaled: Image.Image) -> bytes:
        """Lossy; for drawings and screenshots lossless, where that is smaller."""
        lossy = _encoded(scaled, "WEBP", **_WEBP)
        if not self.is_graphic:
            return lossy
        return min(_encoded(scaled, "WEBP", lossless=True, **_WEBP), lossy, key=len)

    def _fallback(self, scaled: Image.Image) -> tuple[PictureFormat, bytes]:
        if self.is_transparent:
            return "png", _encoded(scaled, "PNG", optimize=True)
        return "jpeg", _encoded(scaled, "JPEG", **_JPEG)


def _encoded(image: Image.Image, format: str, **settings: object) -> bytes:
    target = io.BytesIO()
    image.save(target, format, **settings)
    return target.getvalue()


def _in_srgb(image: Image.Image) -> Image.Image:
    """A copy in RGB, or RGBA where a pixel is see-through, that carries no metadata."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256, "L")
    elif image.mode in ("I", "F"):
        image = ImageOps.autocontrast(image.convert("L"))
    alpha = _alpha(image)
    colours = _converted(image, profile)
    if alpha is not None:
        colours.putalpha(alpha)
    colours.info.clear()
    return colours


def _alpha(image: Image.Image) -> Image.Image | None:
    if not image.has_transparency_data:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours alone; they mean what ``profile`` (ICC) says, or sRGB where there is none."""
    if image.mode in ("LA", "La"):
        image = image.convert("L")
    elif image.mode in ("P", "PA", "RGBA", "RGBa"):
        image = image.convert("RGBA").convert("RGB")
    by_profile = _by_profile(image, profile) if profile else None
    if by_profile is not None:
        return by_profile
    return image.copy() if image.mode == "RGB" else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    if image.mode not in ("L", "RGB", "CMYK"):
        return None
    try:
        source = ImageCms.getOpenProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that does not fit is left out
        return None


def _movement(image: Image.Image) -> Problem | None:
    """TT 32/2017/TT-BTTTT, article 18: no blinking, nothing that moves by itself."""
    if image.format in ("GIF", "WEBP", "PNG") and getattr(image, "is_animated", False):
        return Problem("", MOVES, STILL_PICTURE, severity=Severity.WARNING)
    return None


def _bomb(most_pixels: int) -> Problem:
    limit = {"limit": most_pixels // 1_000_000, "width": WIDEST}
    return Problem("", TOO_MANY_PIXELS, MAKE_SMALLER, params=limit)


@contextmanager
def _quiet() -> Iterator[None]:
    """Remarks of the decoders are not told, but a size past all measure is raised."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield
