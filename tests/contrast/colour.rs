//! Colours as numbers, and how far two stand apart (WCAG 2, relative luminance).

use anyhow::{Context, Result, ensure};

/// Red, green and blue, from 0 to 255.
pub(crate) type Rgb = [f64; 3];

/// Reads `#rrggbb` or `#rgb`.
pub(crate) fn read(hex: &str) -> Result<Rgb> {
    let digits = hex.strip_prefix('#').with_context(|| format!("`{hex}` is no colour"))?;
    let digits: String =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    ensure!(digits.len() == 6, "`{hex}` is no plain colour");
    let number = u32::from_str_radix(&digits, 16).with_context(|| format!("`{hex}` is no colour"))?;
    Ok([16, 8, 0].map(|shift| f64::from(number >> shift & 0xff)))
}

/// So much of one, from 0 to 1, over the other, as `color-mix(in srgb, …)` has it.
pub(crate) fn mixed(over: Rgb, share: f64, under: Rgb) -> Rgb {
    [0, 1, 2].map(|part| over[part] * share + under[part] * (1.0 - share))
}

/// The contrast of two colours, from 1 to 21.
pub(crate) fn ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: Rgb) -> f64 {
    let [red, green, blue] = rgb.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
