//! The size of a page in browsers that follow in their own time, or can only be told the size of their window.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use thirtyfour::WebDriver;

use crate::display;
use crate::screen::Screen;

/// What a window takes beyond the page in it.
const FRAME: &str = "return [outerWidth - innerWidth, outerHeight - innerHeight]";

/// The size of the page itself.
const INSIDE: &str = "return [innerWidth, innerHeight]";

/// How long a window may take to follow.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often to look whether it has.
const GLANCE: Duration = Duration::from_millis(20);

/// Makes the page as large as the screen, and its window stand in the middle of what nobody sees: there the pointer is, and
/// without anything that manages windows the one below it has the keyboard.
pub(super) async fn set(driver: &WebDriver, screen: &Screen) -> Result<()> {
    let (wide, high): (u32, u32) = driver.execute(FRAME, Vec::new()).await?.convert()?;
    let (width, height) = (screen.width + wide, screen.height + high);
    let (left, top) = (display::WIDTH.saturating_sub(width) / 2, display::HEIGHT.saturating_sub(height) / 2);
    driver.set_window_rect(left.into(), top.into(), width, height).await?;
    has_become(driver, screen).await
}

/// Waits until the page is as large as the screen.
pub(super) async fn has_become(driver: &WebDriver, screen: &Screen) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    loop {
        let inside: (u32, u32) = driver.execute(INSIDE, Vec::new()).await?.convert()?;
        if inside == (screen.width, screen.height) {
            return Ok(());
        }
        ensure!(
            Instant::now() < end,
            "the page would be {} by {} and is {} by {}",
            screen.width,
            screen.height,
            inside.0,
            inside.1
        );
        tokio::time::sleep(GLANCE).await;
    }
}
