import { expect, type Locator, type Page } from '@playwright/test'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { headingOf } from '../paths.ts'
import { awake } from './awake.ts'
import { buttonOf, type Control, controlsOf } from './controls.ts'
import { type Hands, pointer } from './hands.ts'

/** A visit under way: gives answers by filling its forms, as a person does. */
export class Visit {
  /** What a refused or late answer is told. */
  readonly notice: Locator
  /** What the last answer led to. */
  readonly consequence: Locator
  private readonly page: Page
  private readonly hands: Hands

  constructor(page: Page, hands: Hands = pointer) {
    this.page = page
    this.hands = hands
    this.notice = page.locator('#visit-notice')
    this.consequence = page.getByRole('complementary', { name: 'What happens in the room' })
  }

  /** The heading of a scene or, once the visit has ended, the title of an ending. */
  heading(id: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: headingOf(id), exact: true })
  }

  /** Gives answers one after the other, each in the scene it belongs to. */
  async walk(answers: readonly LearnerEvent[]): Promise<void> {
    for (const answer of answers) await this.give(answer)
  }

  /** Fills the form of the scene an answer belongs to, once that scene is shown, and sends it. */
  async give(answer: LearnerEvent): Promise<void> {
    await this.fill(answer)
    await this.hands.press(this.button(answer))
  }

  async fill(answer: LearnerEvent): Promise<void> {
    await expect(this.heading(answer.scene)).toBeVisible()
    await awake(this.page)
    for (const control of controlsOf(answer)) {
      const found = this.control(control)
      await (control.option ? this.hands.choose(found, control.option) : this.hands.check(found))
    }
  }

  /** The button that sends an answer. */
  button(answer: LearnerEvent): Locator {
    return this.page.getByRole('button', { name: buttonOf(answer), exact: true })
  }

  /** The first control of an answer, to see whether it is chosen. */
  firstControl(answer: LearnerEvent): Locator {
    const [control] = controlsOf(answer)
    if (!control) throw new Error(`${answer.type} has nothing to choose`)
    return this.control(control)
  }

  private control({ role, name, group }: Control): Locator {
    const around = group === undefined ? this.page : this.page.getByRole('group', { name: group, exact: true })
    return around.getByRole(role, { name, exact: true })
  }
}
