//! The size of a page in browsers that can only be told the size of their window.

use anyhow::{Result, ensure};
use thirtyfour::WebDriver;

use crate::screen::Screen;

/// What a window takes beyond the page in it.
const FRAME: &str = "return [outerWidth - innerWidth, outerHeight - innerHeight]";

/// The size of the page itself.
const INSIDE: &str = "return [innerWidth, innerHeight]";

/// Makes the page as large as the screen.
pub(super) async fn set(driver: &WebDriver, screen: &Screen) -> Result<()> {
    let (wide, high): (u32, u32) = driver.execute(FRAME, Vec::new()).await?.convert()?;
    driver.set_window_rect(0, 0, screen.width + wide, screen.height + high).await?;
    let inside: (u32, u32) = driver.execute(INSIDE, Vec::new()).await?.convert()?;
    ensure!(
        inside.0 == screen.width,
        "the window would be {} wide, and became {}: engines other than Chromium have a least width",
        screen.width,
        inside.0
    );
    Ok(())
}
