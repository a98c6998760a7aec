package id.siklus.app.desk

import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import java.awt.Dimension
import java.awt.Graphics
import java.awt.Graphics2D
import java.awt.RenderingHints
import java.awt.event.KeyAdapter
import java.awt.event.KeyEvent
import java.awt.event.MouseAdapter
import java.awt.event.MouseEvent
import java.awt.event.MouseWheelEvent
import java.awt.event.WindowAdapter
import java.awt.event.WindowEvent
import java.awt.image.BufferedImage
import java.util.concurrent.ConcurrentLinkedQueue
import javax.swing.JFrame
import javax.swing.JPanel
import javax.swing.SwingUtilities

/** What somebody at the desktop does with the phone, in pixels of its screen. */
sealed class Touch {
    data class Finger(val kind: Kind, val x: Float, val y: Float) : Touch()

    data class Wheel(val x: Float, val y: Float, val notches: Float) : Touch()

    data class Key(val code: Int, val char: Char) : Touch()

    enum class Kind { DOWN, MOVE, UP }
}

/** The glass of the phone: a window that shows what the app draws, and gathers what is done to it. */
class Glass(title: String) {
    private val gathered = ConcurrentLinkedQueue<Touch>()
    private val frame = JFrame(title)
    private val pane = Pane()
    private var bitmap: Bitmap? = null

    /** Whether the window was closed. */
    @Volatile
    var isClosed = false
        private set

    init {
        SwingUtilities.invokeAndWait {
            frame.addWindowListener(
                object : WindowAdapter() {
                    override fun windowClosing(event: WindowEvent) {
                        isClosed = true
                    }
                },
            )
            frame.addKeyListener(keys())
            // Tab belongs to the app.
            frame.focusTraversalKeysEnabled = false
            fingers().let { pane.addMouseListener(it); pane.addMouseMotionListener(it); pane.addMouseWheelListener(it) }
            frame.contentPane = pane
            frame.pack()
            frame.setLocationByPlatform(true)
            frame.isVisible = true
        }
    }

    /** What was done since the last time. */
    fun touches(): List<Touch> = generateSequence(gathered::poll).toList()

    /** Shows the screen as it is now. */
    fun show(screen: View) {
        val drawn = bitmap?.takeIf { it.width == screen.width && it.height == screen.height } ?: Bitmap.createBitmap(screen.width, screen.height, Bitmap.Config.ARGB_8888)
        bitmap = drawn
        screen.draw(Canvas(drawn))
        pane.show(drawn)
    }

    fun close() = SwingUtilities.invokeLater(frame::dispose)

    private fun keys() =
        object : KeyAdapter() {
            override fun keyPressed(event: KeyEvent) {
                gathered.add(Touch.Key(event.keyCode, event.keyChar))
            }
        }

    private fun fingers() =
        object : MouseAdapter() {
            override fun mousePressed(event: MouseEvent) = add(Touch.Kind.DOWN, event)

            override fun mouseDragged(event: MouseEvent) = add(Touch.Kind.MOVE, event)

            override fun mouseReleased(event: MouseEvent) = add(Touch.Kind.UP, event)

            override fun mouseWheelMoved(event: MouseWheelEvent) {
                val (x, y) = pane.onScreen(event)
                gathered.add(Touch.Wheel(x, y, event.preciseWheelRotation.toFloat()))
            }

            private fun add(kind: Touch.Kind, event: MouseEvent) {
                val (x, y) = pane.onScreen(event)
                gathered.add(Touch.Finger(kind, x, y))
            }
        }
}

/** Paints the last picture as large as the window allows. */
private class Pane : JPanel() {
    private var picture = BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)

    init {
        preferredSize = Dimension(WIDTH / 2, HEIGHT / 2)
    }

    fun show(bitmap: Bitmap) {
        val pixels = IntArray(bitmap.width * bitmap.height)
        bitmap.getPixels(pixels, 0, bitmap.width, 0, 0, bitmap.width, bitmap.height)
        val next = BufferedImage(bitmap.width, bitmap.height, BufferedImage.TYPE_INT_RGB)
        next.setRGB(0, 0, bitmap.width, bitmap.height, pixels, 0, bitmap.width)
        SwingUtilities.invokeLater {
            picture = next
            repaint()
        }
    }

    /** The place of the mouse on the phone's screen. */
    fun onScreen(event: MouseEvent): Pair<Float, Float> {
        val scale = scale()
        return (event.x - left(scale)) / scale to event.y / scale
    }

    override fun paintComponent(graphics: Graphics) {
        super.paintComponent(graphics)
        val scale = scale()
        (graphics as Graphics2D).setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC)
        graphics.drawImage(picture, left(scale).toInt(), 0, (picture.width * scale).toInt(), (picture.height * scale).toInt(), null)
    }

    private fun scale() = minOf(width.toFloat() / picture.width, height.toFloat() / picture.height)

    private fun left(scale: Float) = (width - picture.width * scale) / 2

    private companion object {
        const val WIDTH = 720
        const val HEIGHT = 1280
    }
}
