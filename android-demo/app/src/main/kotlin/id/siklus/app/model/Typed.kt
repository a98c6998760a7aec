package id.siklus.app.model

import id.siklus.SiklusException
import id.siklus.app.kit.Field

/** Puts what is known into the fields, where nothing was typed yet. */
fun MutableMap<String, String>.fill(fields: List<Field>, known: Map<String, String?>) {
    for (field in fields) known[field.name]?.let { value -> putIfAbsent(field.name, field.shape.shown(value)) }
}

/** What the library is given for the fields that something was typed into. */
fun Map<String, String>.values(fields: List<Field>): Map<String, String> =
    fields.mapNotNull { field -> this[field.name]?.trim()?.takeIf(String::isNotEmpty)?.let { field.name to field.shape.value(it) } }.toMap()

/** What differs from what is known; a field that was emptied takes its value back. */
fun Map<String, String>.changes(fields: List<Field>, known: Map<String, String?>): Map<String, String?> {
    val values = values(fields)
    return fields.map(Field::name).filter { values[it] != known[it] }.associateWith { values[it] }
}

/** What is wrong, by the name of the field. */
fun SiklusException.InvalidInput.byField(): Map<String, String> = fields.associate { it.field to it.accepted }
