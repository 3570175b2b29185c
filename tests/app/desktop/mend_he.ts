<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>mend::ui::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>דפים</translation>
    </message>
</context>
</TS>
