import { expect, type Locator, type Page } from '@playwright/test'

/** A way to work the controls of a page. */
export type Hands = {
  /** Checks a box or picks a radio button. */
  check: (control: Locator) => Promise<void>
  choose: (select: Locator, option: string) => Promise<void>
  press: (control: Locator) => Promise<void>
}

/** A pointer that presses what it is shown. */
export const pointer: Hands = {
  check: async (control) => {
    const label = control.locator('xpath=ancestor::label')
    await ((await label.count()) > 0 ? label : control).click()
    await expect(control).toBeChecked()
  },
  choose: async (select, option) => {
    await select.selectOption({ label: option })
  },
  press: (control) => control.click()
}

const farthest = 120

/** The keyboard alone: Tab, Space, Enter and the arrow keys. Each control it comes to must show that it has the focus. */
export function keyboard(page: Page): Hands {
  return {
    check: async (control) => {
      await tabTo(page, control, isInSameGroup)
      await arrowTo(page, control)
      if (!(await control.isChecked())) await page.keyboard.press('Space')
      await expect(control).toBeChecked()
    },
    choose: async (select, option) => {
      await tabTo(page, select, isFocused)
      for (let left = farthest; left > 0 && (await chosenIn(select)) !== option; left -= 1) {
        await page.keyboard.press('ArrowDown')
      }
      expect(await chosenIn(select)).toBe(option)
    },
    press: async (control) => {
      await tabTo(page, control, isFocused)
      await page.keyboard.press('Enter')
    }
  }
}

async function tabTo(page: Page, control: Locator, isThere: (element: Element) => boolean): Promise<void> {
  await expect(control).toBeAttached()
  for (let left = farthest; left > 0; left -= 1) {
    if (await control.evaluate(isThere)) return expect(await showsFocus(page)).toBe(true)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${control}`)
}

/** Arrow keys move, and pick, within a group of radio buttons; anything else already has the focus. */
async function arrowTo(page: Page, control: Locator): Promise<void> {
  for (let left = farthest; left > 0 && !(await control.evaluate(isFocused)); left -= 1) {
    await page.keyboard.press('ArrowDown')
  }
}

function chosenIn(select: Locator): Promise<string> {
  return select.evaluate((element) =>
    element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.label ?? '') : ''
  )
}

function isFocused(element: Element): boolean {
  return element === document.activeElement
}

function isInSameGroup(element: Element): boolean {
  const focused = document.activeElement
  if (element === focused) return true
  const [one, other] = [element, focused]
  if (!(one instanceof HTMLInputElement && other instanceof HTMLInputElement)) return false
  return one.type === 'radio' && other.type === 'radio' && one.name === other.name && one.form === other.form
}

/** Whether the control with the focus, or the label around it, is outlined and in view. */
function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const shown = [focused, focused?.closest('label')].filter((element) => element instanceof Element)
    return shown.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { top, bottom } = element.getBoundingClientRect()
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && bottom > 0 && top < window.innerHeight
    })
  })
}
