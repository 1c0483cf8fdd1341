import type { Locator, Page } from '@playwright/test'

/** The page a visit ends with. */
export class DebriefPage {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** A part of the page by its title. */
  part(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true })
  }

  /** The titles of the parts, from top to bottom. */
  titles(): Promise<string[]> {
    return this.page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
  }

  /** A station of the path, as it stands in the list beside the map. */
  station(heading: string): Locator {
    return this.part('Your path')
      .getByRole('listitem')
      .filter({ has: this.page.locator('summary', { hasText: heading }) })
  }

  /** Opens a station and starts a "what if" from it. */
  async tryAgainFrom(heading: string): Promise<void> {
    const station = this.station(heading)
    const button = station.getByRole('button', { name: /^Try again from here/ })
    if (!(await button.isVisible())) await station.locator('summary').click()
    await button.click()
    await this.page.waitForURL((url) => !url.pathname.endsWith('/debrief'))
  }
}
