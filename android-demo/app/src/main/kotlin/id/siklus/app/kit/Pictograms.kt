package id.siklus.app.kit

import id.siklus.app.R

/** Pictures of answers, by the fact of the pack and the code of the answer: where one says it better than a word. The others have none. */
val PICTOGRAMS: Map<String, Map<String, Int>> = run {
    val trend = mapOf("rose" to R.drawable.pic_up, "same" to R.drawable.pic_same, "fell" to R.drawable.pic_down)
    val contraception = mapOf("pill" to R.drawable.pic_pill, "condom" to R.drawable.pic_condom, "iud" to R.drawable.pic_iud)
    mapOf(
        "smoking" to mapOf("active" to R.drawable.pic_cigarette, "passive" to R.drawable.pic_smoke_beside, "none" to R.drawable.pic_no_cigarette),
        "measured_position" to mapOf("lying" to R.drawable.pic_lying, "standing" to R.drawable.pic_standing),
        "weight_trend_since_last" to trend,
        "height_trend_since_last" to trend,
        "contraception_method" to contraception + ("injection" to R.drawable.pic_injection),
        "contraception_now" to contraception + listOf("injection_1m", "injection_3m").associateWith { R.drawable.pic_injection },
    )
}
