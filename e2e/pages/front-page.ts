import type { Page } from '@playwright/test'
import { type Hands, pointer } from './hands.ts'

type Start = { role?: string; isShared?: boolean }

/** The page in front of the case, with the form that begins it. */
export class FrontPage {
  readonly path = '/learn/sc01'
  private readonly page: Page
  private readonly hands: Hands

  constructor(page: Page, hands: Hands = pointer) {
    this.page = page
    this.hands = hands
  }

  async open(): Promise<void> {
    await this.page.goto(this.path)
  }

  /** Begins a visit and leads to its first scene. */
  async begin({ role, isShared = false }: Start = {}): Promise<void> {
    if (role) await this.hands.choose(this.page.getByLabel('Your profession'), role)
    if (isShared) await this.hands.check(this.page.getByLabel('This is a shared computer'))
    await this.hands.press(this.page.getByRole('button', { name: 'Begin the visit' }))
    await this.page.waitForURL('**/learn/attempts/*')
  }

  /** Opens the page and begins. */
  async openAndBegin(start: Start = {}): Promise<void> {
    await this.open()
    await this.begin(start)
  }
}
