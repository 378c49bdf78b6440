//! What can be asked of what is shown. Everything here is a pure function of a [`Shown`](crate::Shown) and a choice of
//! reviews; nothing is kept, nothing is written by hand.

mod account;
#[cfg(feature = "texts")]
mod beside;
mod cast;
mod compare;
mod filter;
mod order;
mod outline;
mod overview;
#[cfg(feature = "texts")]
mod reading;
mod section;
mod status;
mod timeline;

pub use account::{Account, Counts, Coverage, Covered, account};
#[cfg(feature = "texts")]
pub use beside::{Beside, Chapter, Column, Contents, Lit, Offered, Subject, contents};
pub use cast::{Card, Forms, card, cards};
pub use compare::{Answer, Cell, Row, row, rows};
pub use filter::{Comparison, Filter, Standing, compare};
pub use order::ordered;
pub use outline::{Entry, Outlined, outline};
pub use overview::{Digest, Headline, Overview, Side, digest, overview};
#[cfg(feature = "texts")]
pub use reading::{Gap, Open, Part, Passage, Reading, Segment, reading};
pub use section::{Section, sections};
pub use status::{Dot, Status};
pub use timeline::{Head, Place, Reach, Span, Timeline, timeline};
