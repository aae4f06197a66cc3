"""Emblems for hanging signs: drawn at the origin in a circle of radius r."""
import math

import things
from paint import CREAM, GOLD, INK, ball, curve, ellipse, line, paint, poly, rect, tone


def book(c, r):
    for s in (-1, 1):
        c.move_to(0, r * .40)
        c.curve_to(s * r * .2, r * .22, s * r * .5, r * .22, s * r * .66, r * .32)
        c.line_to(s * r * .66, -r * .32)
        c.curve_to(s * r * .5, -r * .44, s * r * .2, -r * .42, 0, -r * .24)
        c.close_path()
        paint(c, CREAM if s < 0 else tone(CREAM, -.12))
    poly(c, (r * .40, -r * .38), (r * .66, -r * .32), (r * .62, -r * .02))
    paint(c, GOLD)


def mill(c, r):
    poly(c, (-r * .26, r * .6), (r * .26, r * .6), (r * .16, -r * .12), (-r * .16, -r * .12))
    paint(c, CREAM)
    for k in range(4):
        c.save()
        c.rotate(.5 + k * math.pi / 2)
        rect(c, -r * .03, 0, r * .06, r * .66)
        rect(c, r * .03, r * .18, r * .16, r * .46)
        paint(c, GOLD)
        c.restore()
    ball(c, 0, -r * .06, r * .08, GOLD)


def key(c, r):
    c.new_sub_path()
    c.arc(0, -r * .36, r * .24, 0, 6.2832)
    line(c, GOLD, r * .13)
    rect(c, -r * .07, -r * .12, r * .14, r * .76)
    rect(c, 0, r * .34, r * .30, r * .11)
    rect(c, 0, r * .52, r * .24, r * .11)
    paint(c, GOLD)


def top(c, r):
    import random
    things.top(c, 0, r * .7, r * 1.35, random.Random(1), ("#9a3412", "#fbf1de", "#2f6470"), .12)


def cross(c, r):
    for w, colour in ((.34, "#2f8a5f"), (.26, "#8fe0b0")):
        rect(c, -r * w, -r * .8 * w / .3, r * 2 * w, r * 1.6 * w / .3)
        rect(c, -r * .8 * w / .3, -r * w, r * 1.6 * w / .3, r * 2 * w)
        paint(c, colour)
