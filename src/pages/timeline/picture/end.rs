//! The end that is closed: the page's bar, drawn. It gives away nothing of what follows.

use yew::prelude::*;

use super::super::closed_bar::{GOES_ON, fermata};
use super::super::score::unit;
use super::legend::text;
use super::letters::{Face, lines};
use crate::markup::html;

/// The bar, from `x` on.
pub(super) fn closed_end(x: f64, width: f64, height: f64) -> Html {
    let face = Face::strong(14.0);
    let words = lines(GOES_ON, width - 24.0, &face);
    #[expect(clippy::cast_precision_loss, reason = "two lines")]
    let tall = 26.0 + 14.0 + words.len() as f64 * 20.0;
    let (middle, top) = (x + width / 2.0, (height - tall) / 2.0);
    html! {
        <g class="closed-end">
            <rect x={unit(x)} y="0" width={unit(width)} height={unit(height)} rx="10" />
            <g class="fermata" transform={format!("translate({} {})", unit(middle - 22.0), unit(top))}>{ fermata() }</g>
            { text("goes-on", middle, top + 26.0 + 14.0 + face.size, 20.0, words) }
        </g>
    }
}
