package id.siklus.app.desk

import android.app.Activity
import android.os.SystemClock
import android.view.InputDevice
import android.view.KeyCharacterMap
import android.view.KeyEvent
import android.view.MotionEvent
import java.awt.event.KeyEvent as Pressed

/** Hands mouse and keys to the app as the phone would hand it fingers. */
class Fingers(private val activity: () -> Activity) {
    private var downAt = 0L

    fun touch(touch: Touch) =
        when (touch) {
            is Touch.Finger -> finger(touch)
            is Touch.Wheel -> wheel(touch)
            is Touch.Key -> key(touch)
        }

    private fun finger(touch: Touch.Finger) {
        val now = SystemClock.uptimeMillis()
        val action =
            when (touch.kind) {
                Touch.Kind.DOWN -> MotionEvent.ACTION_DOWN.also { downAt = now }
                Touch.Kind.MOVE -> MotionEvent.ACTION_MOVE
                Touch.Kind.UP -> MotionEvent.ACTION_UP
            }
        activity().dispatchTouchEvent(MotionEvent.obtain(downAt, now, action, touch.x, touch.y, 0).apply { source = InputDevice.SOURCE_TOUCHSCREEN })
    }

    private fun wheel(touch: Touch.Wheel) {
        val now = SystemClock.uptimeMillis()
        val pointer = MotionEvent.PointerProperties().apply { toolType = MotionEvent.TOOL_TYPE_MOUSE }
        val place = MotionEvent.PointerCoords().apply {
            x = touch.x
            y = touch.y
            setAxisValue(MotionEvent.AXIS_VSCROLL, -touch.notches)
        }
        val event = MotionEvent.obtain(
            now, now, MotionEvent.ACTION_SCROLL, 1, arrayOf(pointer), arrayOf(place), 0, 0, 1f, 1f, 0, 0, InputDevice.SOURCE_MOUSE, 0,
        )
        activity().dispatchGenericMotionEvent(event)
    }

    private fun key(touch: Touch.Key) {
        val events = SPECIAL[touch.code]?.let(::both) ?: KEYBOARD.getEvents(charArrayOf(touch.char)).orEmpty().asList()
        events.forEach { activity().dispatchKeyEvent(it) }
    }

    private fun both(code: Int) = listOf(KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP).map { KeyEvent(it, code) }

    private companion object {
        val KEYBOARD: KeyCharacterMap = KeyCharacterMap.load(KeyCharacterMap.VIRTUAL_KEYBOARD)
        val SPECIAL = mapOf(
            Pressed.VK_ESCAPE to KeyEvent.KEYCODE_BACK,
            Pressed.VK_BACK_SPACE to KeyEvent.KEYCODE_DEL,
            Pressed.VK_DELETE to KeyEvent.KEYCODE_FORWARD_DEL,
            Pressed.VK_ENTER to KeyEvent.KEYCODE_ENTER,
            Pressed.VK_TAB to KeyEvent.KEYCODE_TAB,
            Pressed.VK_LEFT to KeyEvent.KEYCODE_DPAD_LEFT,
            Pressed.VK_RIGHT to KeyEvent.KEYCODE_DPAD_RIGHT,
            Pressed.VK_UP to KeyEvent.KEYCODE_DPAD_UP,
            Pressed.VK_DOWN to KeyEvent.KEYCODE_DPAD_DOWN,
            Pressed.VK_HOME to KeyEvent.KEYCODE_MOVE_HOME,
            Pressed.VK_END to KeyEvent.KEYCODE_MOVE_END,
        )
    }
}
