#!/bin/sh
# Makes the fonts of documents: from Debian's fonts-noto-core, with pyftsubset of Debian's fonttools.
# Run it in this folder; it says where the fonts are that it is made from.
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
arabic=U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFC,U+200B-200F,U+0020,U+00A0,U+25CC
latin=U+0020-007E,U+00A0-024F,U+02B0-02FF,U+0300-036F,U+0400-045F,U+1E00-1EFF,U+2010-2027,U+2030-203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2248,U+2260-2265,U+FFFD
for weight in Regular Bold; do
	pyftsubset "$from/NotoNaskhArabic-$weight.ttf" --unicodes=$arabic --layout-features='*' --no-hinting --notdef-outline --output-file=NotoNaskhArabic-$weight.ttf
	pyftsubset "$from/NotoSerif-$weight.ttf" --unicodes=$latin --layout-features=kern,mark,mkmk,ccmp,liga,locl --no-hinting --notdef-outline --output-file=NotoSerif-$weight.ttf
done
