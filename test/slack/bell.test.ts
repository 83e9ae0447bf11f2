import { Bell } from '../../src/slack/bell.ts'

describe('Bell', () => {
  it('wakes its sleeper', async () => {
    const bell = new Bell()
    const woken = bell.wait()
    bell.ring()
    await expect(woken).resolves.toBeUndefined()
  })

  it('keeps a ring that nobody waited for, once', async () => {
    const bell = new Bell()
    bell.ring()
    bell.ring()
    await bell.wait()
    const second = bell.wait()
    await expect(Promise.race([second.then(() => 'woken'), Promise.resolve('asleep')])).resolves.toBe(
      'asleep',
    )
  })

  it('keeps a ring that comes after its sleeper was woken by something else', async () => {
    const bell = new Bell()
    await bell.wait(undefined, [Promise.resolve()])
    bell.ring()
    await expect(bell.wait()).resolves.toBeUndefined()
  })

  it('wakes when the other thing fails, and after its time', async () => {
    const bell = new Bell()
    await bell.wait(undefined, [Promise.reject(new Error('gone'))])
    await expect(bell.wait(1)).resolves.toBeUndefined()
  })
})
