"""Emblems for hanging signs: drawn at the origin in a circle of radius r."""
import math
import random

import things
from paint import CREAM, GOLD, ball, line, paint, poly, rect, tone


def book(c, r):
    for s in (-1, 1):
        c.move_to(0, r * 0.40)
        c.curve_to(s * r * 0.2, r * 0.22, s * r * 0.5, r * 0.22, s * r * 0.66, r * 0.32)
        c.line_to(s * r * 0.66, -r * 0.32)
        c.curve_to(s * r * 0.5, -r * 0.44, s * r * 0.2, -r * 0.42, 0, -r * 0.24)
        c.close_path()
        paint(c, CREAM if s < 0 else tone(CREAM, -0.12))
    poly(c, (r * 0.40, -r * 0.38), (r * 0.66, -r * 0.32), (r * 0.62, -r * 0.02))
    paint(c, GOLD)


def mill(c, r):
    poly(c, (-r * 0.26, r * 0.6), (r * 0.26, r * 0.6), (r * 0.16, -r * 0.12), (-r * 0.16, -r * 0.12))
    paint(c, CREAM)
    for k in range(4):
        c.save()
        c.rotate(0.5 + k * math.pi / 2)
        rect(c, -r * 0.03, 0, r * 0.06, r * 0.66)
        rect(c, r * 0.03, r * 0.18, r * 0.16, r * 0.46)
        paint(c, GOLD)
        c.restore()
    ball(c, 0, -r * 0.06, r * 0.08, GOLD)


def key(c, r):
    c.new_sub_path()
    c.arc(0, -r * 0.36, r * 0.24, 0, 6.2832)
    line(c, GOLD, r * 0.13)
    rect(c, -r * 0.07, -r * 0.12, r * 0.14, r * 0.76)
    rect(c, 0, r * 0.34, r * 0.30, r * 0.11)
    rect(c, 0, r * 0.52, r * 0.24, r * 0.11)
    paint(c, GOLD)


def top(c, r):
    things.top(c, 0, r * 0.7, r * 1.35, random.Random(1), ("#9a3412", "#fbf1de", "#2f6470"), 0.12)


def cross(c, r):
    for w, colour in ((0.34, "#2f8a5f"), (0.26, "#8fe0b0")):
        rect(c, -r * w, -r * 0.8 * w / 0.3, r * 2 * w, r * 1.6 * w / 0.3)
        rect(c, -r * 0.8 * w / 0.3, -r * w, r * 1.6 * w / 0.3, r * 2 * w)
        paint(c, colour)
