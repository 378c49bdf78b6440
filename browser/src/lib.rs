//! Looks at a built site as a reader would: a server that answers like the static host it will
//! be published on, and Chromium to open it with.
//!
//! ```no_run
//! use liner_notes_browser::{Browser, Screen, Site, page};
//!
//! async fn title_of_the_comparison() -> anyhow::Result<String> {
//!     let site = Site::serve("target/site/own", "/")?;
//!     let browser = Browser::start()?;
//!     let driver = browser.page(&Screen::new(360, 740).dark()).await?;
//!     driver.goto(site.address("/compare")).await?;
//!     page::ready(&driver).await?;
//!     let title = driver.title().await?;
//!     driver.quit().await?;
//!     Ok(title)
//! }
//! ```
//!
//! [`Browser::start`] takes a tenth of a second, so every test can have its own.

#[cfg(feature = "drive")]
mod browser;
#[cfg(feature = "drive")]
pub mod page;
pub mod programs;
#[cfg(feature = "drive")]
mod screen;
#[cfg(feature = "drive")]
mod site;

#[cfg(feature = "drive")]
pub use browser::Browser;
#[cfg(feature = "drive")]
pub use screen::Screen;
#[cfg(feature = "drive")]
pub use site::Site;
